import type { HostExamples, Reading } from './reading';

/** Boards of links, Hacker News and Lobsters: the title's line also holds its year, its format and its host. */
export const linkBoards: Reading = {
  hosts: /(?:^|\.)(?:news\.ycombinator\.com|lobste\.rs)$/,
  isPosts: true,
};

export const hosts: HostExamples = {
  ofFamily: ['https://news.ycombinator.com/item?id=1', 'https://lobste.rs/newest'],
  ofOthers: ['https://www.ycombinator.com/companies', 'https://lobste.rs.example.org/'],
};
