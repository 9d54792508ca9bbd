import type { SourceId } from '@/lib/digest/sources/source';
import type { Day } from '@/lib/paper/types';

/** Sources as a person knows them, and the host that each one asks. */
export const sources: Record<SourceId, { name: string; host: string }> = {
  'hugging-face': { name: 'Hugging Face', host: 'huggingface.co' },
  arxiv: { name: 'arXiv', host: 'export.arxiv.org' },
};

/** The first day of the Daily Papers. */
export const firstDay: Day = '2023-05-04';
