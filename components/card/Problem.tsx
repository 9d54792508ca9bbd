/** What could not be done; nothing where there is nothing to say. */
export function Problem({ sentence }: { sentence: string | undefined }) {
  return (
    <p class="card-problem" role="alert">
      {sentence}
    </p>
  );
}
