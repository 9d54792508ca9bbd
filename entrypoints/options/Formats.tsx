/** What the importer reads, each with an example. */
export function Formats() {
  return (
    <details class="formats">
      <summary>What can be imported?</summary>
      <dl id="formats">
        <dt>Text of the Daily Papers page</dt>
        <dd>
          Select all of the page, copy, and paste it here or into a file. The day comes first, then title,
          abstract, title, abstract.
          <pre>{pageText}</pre>
        </dd>
        <dt>JSON as the Hugging Face API gives it</dt>
        <dd>
          One item, or a list of them.
          <pre>{apiItem}</pre>
        </dd>
        <dt>JSON Lines</dt>
        <dd>
          A paper on each line. Only its title must be there; without a date no day lists it.
          <pre>{jsonLine}</pre>
        </dd>
      </dl>
    </details>
  );
}

const title = 'Improved Techniques for Training Consistency Models';
const pageText = `Jul 29\n\n${title}\n\nThe abstract, on one line …`;
const apiItem = `[{"paper": {"id": "2310.14189", "title": "${title}", "summary": "The abstract …"}}]`;
const jsonLine = `{"id": "2310.14189", "title": "${title}", "authors": ["Yang Song", "Prafulla Dhariwal"], "date": "2026-07-29"}`;
