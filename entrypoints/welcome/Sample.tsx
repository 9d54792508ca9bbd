/**
 * Papers of the starter digest as one might meet them. They stand side by side and end at the same height, so that the
 * card of one, which opens below it, leaves the next in sight.
 */
export function Sample() {
  return (
    <section class="sample" aria-label="A sample to try">
      <div>
        <p class="sample-source">from someone’s notes</p>
        <p>We opened with Improved Techniques for Training Consistency Models</p>
      </div>
      <div>
        <p class="sample-source">from a forum</p>
        <p>
          The sampler that everyone asks about is in{' '}
          <a href="https://arxiv.org/abs/2310.02279" target="_blank" rel="noopener noreferrer">
            last month’s paper
          </a>
        </p>
      </div>
      <div>
        <p class="sample-source">from a syllabus</p>
        <p>To be read by week 6: Transformers as Support Vector Machines</p>
      </div>
    </section>
  );
}
