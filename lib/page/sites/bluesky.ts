import type { HostExamples, Reading } from './reading';

/** The line breaks of a post are those of the text. */
export const bluesky: Reading = { hosts: /(?:^|\.)bsky\.app$/, isPosts: true };

export const hosts: HostExamples = {
  ofFamily: ['https://bsky.app/profile/someone.example.org/post/1'],
  ofOthers: ['https://notbsky.app/'],
};
