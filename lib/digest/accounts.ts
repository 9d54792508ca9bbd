import { titleKeysOf } from '@/lib/match/title-id';
import { isIdentified, mergePapers, withAliases } from '@/lib/paper/merge';
import type { Day, Paper, PaperId } from '@/lib/paper/types';
import { compareSources, dayAmong, isOfSource, type Place } from './places';
import type { StoredPaper } from './schema';
import type { SourceId } from './sources/registry';

/** Who says something of a paper. All imports speak as one. */
export type Speaker = SourceId | 'import';

/** What each speaker said of a paper last, but for the day that lists it. */
export type Accounts = Partial<Record<Speaker, Paper>>;

/** A stored paper as it is put together. */
interface Parts {
  id: PaperId;
  accounts: Accounts;
  /** Titles it was ever known by, in the order they came. */
  titles: readonly string[];
  places: Place[];
  importedOn: Day | undefined;
}

/** What was said of a stored paper. Without accounts of their own it is what each of its sources said, or an import. */
export function accountsOf({ accounts, paper, places, imported }: StoredPaper): Accounts {
  if (accounts) return accounts;
  const speakers: Speaker[] = imported ? ['import'] : places.map(([source]) => source);
  return Object.fromEntries(speakers.map((speaker) => [speaker, paper]));
}

/** What was said of two stored papers that turned out to be one: of a source what it said of the second. */
export function joinAccounts(one: Accounts, other: Accounts): Accounts {
  const imported = one.import && other.import && mergePapers(one.import, other.import);
  return { ...one, ...other, ...(imported && { import: imported }) };
}

/**
 * The accounts with one more. A source is taken by its last word: what it no longer says is gone. Imports add to each other,
 * and so does an account that knows a title alone to one that knows the id.
 */
export function withAccount(accounts: Accounts, speaker: Speaker, { day: _, ...said }: Paper): Accounts {
  const before = accounts[speaker];
  const adds = before && (speaker === 'import' || (isIdentified(before) && !isIdentified(said)));
  return { ...accounts, [speaker]: adds ? mergePapers(before, said) : said };
}

/** The accounts without those of sources that list the paper nowhere any more. */
export function heard(accounts: Accounts, places: readonly Place[]): Accounts {
  const isHeard = (speaker: string) =>
    speaker === 'import' || places.some((place) => isOfSource(place) && place[0] === speaker);
  return Object.fromEntries(Object.entries(accounts).filter(([speaker]) => isHeard(speaker)));
}

/** The paper that all accounts together describe: the leading source has the last word, imports the first. */
export function storedPaper({ id, accounts, titles, places, importedOn }: Parts): StoredPaper {
  const speakers = (Object.keys(accounts) as Speaker[]).sort(compareSpeakers);
  const said = speakers.map((speaker) => accounts[speaker] as Paper).reduce(mergePapers);
  const { day: _, ...paper } = withAliases({ ...said, id }, titles);
  const day = dayAmong(places);
  return {
    paper: day === undefined ? paper : { ...paper, day },
    places,
    titleKeys: titleKeysOf(paper),
    imported: accounts.import !== undefined,
    ...(speakers.length > 1 && { accounts }),
    ...(importedOn !== undefined && { importedOn }),
  };
}

function compareSpeakers(a: Speaker, b: Speaker): number {
  if (a === b) return 0;
  if (a === 'import' || b === 'import') return a === 'import' ? -1 : 1;
  return compareSources(b, a);
}
