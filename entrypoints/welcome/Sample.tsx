/** A page as one might read it, naming papers of the starter digest in a heading, in prose, in a list and in a link. */
export function Sample() {
  return (
    <section class="sample" aria-label="A sample to try">
      <p class="sample-source">from a reading group’s notes</p>
      <p>
        We opened with Improved Techniques for Training Consistency Models, which drops the teacher and trains
        from data alone; the sampler of{' '}
        <a href="https://arxiv.org/abs/2310.02279" target="_blank" rel="noopener noreferrer">
          last month’s paper
        </a>{' '}
        came up again. For next week:
      </p>
      <ul>
        <li>Transformers as Support Vector Machines</li>
        <li>MIC: Masked Image Consistency for Context-Enhanced Domain Adaptation</li>
      </ul>
    </section>
  );
}
