import type { HostExamples, Reading } from './reading';

/** X sets names and hashtags within a post in `<div>`s, and its line breaks are those of the text. */
export const x: Reading = {
  hosts: /(?:^|\.)(?:x|twitter)\.com$/,
  skip: '[data-testid="sidebarColumn"]',
  inline: '[data-testid="tweetText"] div',
  isPosts: true,
};

export const hosts: HostExamples = {
  ofFamily: ['https://x.com/home', 'https://mobile.twitter.com/someone/status/1'],
  ofOthers: ['https://netflix.com/', 'https://x.com.example.org/home', 'https://help-x.com/'],
};
