/**
 * Words that say nothing of what a paper is about. In abstracts they are not indexed, and a query does not insist on
 * them: a fifth of the index would be theirs.
 */
export const commonWords: ReadonlySet<string> = new Set(
  (
    'a an and are as at be been by can for from has have in into is it its more most not of on or our such than that the ' +
    'their these they this those to was we were which while with s t e g i also both each how however if may no only other ' +
    'over so some then there through thus under using used use via when where will without between but'
  ).split(' '),
);
