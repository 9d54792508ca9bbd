import type { Problem } from '@/lib/search/query/query';
import type { Results } from '@/lib/search/types';

/** What of a query was taken otherwise than it was typed, in sentences. Nothing where there is nothing to say. */
export function SearchNotes({ problems, readAs }: Pick<Results, 'problems' | 'readAs'>) {
  const sentences = [
    ...[...readAs].map(([typed, meant]) => `Read “${typed}” as ${listOf(meant)}.`),
    ...problems.map(sentenceOf),
  ];
  return <>{sentences.map((sentence) => ` ${sentence}`).join('')}</>;
}

const listOf = (words: readonly string[]) => words.map((word) => `“${word}”`).join(', ');

function sentenceOf({ kind, field, value }: Problem): string {
  switch (kind) {
    case 'unknown-field':
      return `There is no filter “${field}:”.`;
    case 'unknown-value':
      return `“${field}:” knows no “${value}”.`;
    case 'bad-date':
      return `“${field}:” wants a date such as 2025-06.`;
    case 'no-paper':
      return `“${field}:” wants a paper’s arXiv number or address.`;
  }
}
