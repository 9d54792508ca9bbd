/** The digest's database, as the worker uses it. Pages that only show it import `read.ts`, and are spared the writing. */
export * from './match-store';
export * from './read';
export { addPapers, addStarter, dropDay, replaceDay, vouchForDay } from './write';
