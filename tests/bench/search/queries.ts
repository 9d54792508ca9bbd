/** What people look for, as they type it. Words only: no paper's text. */
export const queries = [
  'diffusion models',
  'retrieval augmented generation',
  'vision language action',
  'mixture of experts',
  'long context',
  'tranformer',
  'reinforcment learning from human feedback',
  'multi-modal reasoning',
  'author:bengio',
  'agents has:code',
  '"chain of thought"',
  'speech synthesis after:2025-06',
  'quantization -diffusion',
  '2501.12948',
];

/** The queries in all the stages of being typed. */
export const letterByLetter = (query: string) => Array.from(query, (_, i) => query.slice(0, i + 1));
