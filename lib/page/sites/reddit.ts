import type { HostExamples, Reading } from './reading';

/** A link over each post repeats its title for screen readers. */
export const reddit: Reading = {
  hosts: /(?:^|\.)reddit\.com$/,
  skip: 'faceplate-screen-reader-content',
  isPosts: true,
};

export const hosts: HostExamples = {
  ofFamily: ['https://www.reddit.com/r/MachineLearning/', 'https://old.reddit.com/', 'https://reddit.com/'],
  ofOthers: ['https://reddit.com.example.org/', 'https://redditinc.com/'],
};
