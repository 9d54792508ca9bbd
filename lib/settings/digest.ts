import * as v from 'valibot';
import { browser } from 'wxt/browser';

/** Where a watch word is looked for; `text`: title and abstract; `any`: everywhere. */
export const watchFields = ['any', 'keyword', 'author', 'organization', 'text'] as const;
export type WatchField = (typeof watchFields)[number];

/** Something a person wants to be told of when a new paper holds it. */
export interface WatchWord {
  field: WatchField;
  /** As typed: one word or several that stand together. */
  words: string;
}

/** How far back the digest is kept, shortest first. */
export const keeps = ['30-days', '6-months', '1-year', 'everything'] as const;
export type Keep = (typeof keeps)[number];

/** What the user chose about the digest; kept in `storage.local`, validated when read. */
export interface DigestSettings {
  /** Whether it is synced by itself. */
  automatic: boolean;
  keep: Keep;
  /** The range before the one that is being filled in: where a cancelled backfill goes back to. */
  keepBefore?: Keep | undefined;
  /** What is wanted of sources that are divided into topics, by the source's id (arXiv's categories, `cs.CL`); none: not asked. */
  topics: Record<string, string[]>;
  /** Whether a notification tells of a new day. */
  notify: boolean;
  watchWords: WatchWord[];
}

export const defaults: DigestSettings = {
  automatic: true,
  keep: '30-days',
  topics: {},
  notify: false,
  watchWords: [],
};

const key = 'digestSettings';
/** Of the stored form. A later form reads this one and brings it up to date. */
const version = 1;

/** An array of what fits the schema; the rest is left out. */
const listOf = <T>(item: v.GenericSchema<T>) =>
  v.fallback(
    v.pipe(
      v.array(v.unknown()),
      v.transform((values) => values.filter((value): value is T => v.is(item, value))),
    ),
    () => [],
  );

const keep = v.picklist(keeps);

/** Field by field: one broken value costs only itself. */
const stored = v.object({
  automatic: v.fallback(v.boolean(), defaults.automatic),
  keep: v.fallback(keep, defaults.keep),
  keepBefore: v.fallback(v.optional(keep), undefined),
  topics: v.fallback(v.record(v.string(), listOf(v.string())), () => ({})),
  notify: v.fallback(v.boolean(), defaults.notify),
  watchWords: listOf<WatchWord>(
    v.object({ field: v.picklist(watchFields), words: v.pipe(v.string(), v.nonEmpty()) }),
  ),
});

/** What was chosen; the default for whatever was never chosen or cannot be read. */
export async function readDigestSettings(): Promise<DigestSettings> {
  return parse((await browser.storage.local.get(key))[key]);
}

type Change = Partial<DigestSettings>;

/**
 * Writes some fields, or what a function makes of the present settings. Changes of several contexts wait for each other,
 * so that none undoes another.
 *
 * @returns the settings as they are now
 */
export function changeDigestSettings(
  change: Change | ((settings: DigestSettings) => Change),
): Promise<DigestSettings> {
  return navigator.locks.request(key, async () => {
    const before = await readDigestSettings();
    const settings = { ...before, ...(typeof change === 'function' ? change(before) : change) };
    await browser.storage.local.set({ [key]: { version, ...settings } });
    return settings;
  });
}

/** The change that adds a topic of a source to those wanted by then. */
export const withTopic =
  (source: string, topic: string) =>
  ({ topics }: DigestSettings): Change => ({
    topics: { ...topics, [source]: [...new Set([...(topics[source] ?? []), topic])] },
  });

/** The change that takes a topic of a source off those wanted by then. */
export const withoutTopic =
  (source: string, topic: string) =>
  ({ topics }: DigestSettings): Change => ({
    topics: { ...topics, [source]: (topics[source] ?? []).filter((one) => one !== topic) },
  });

/** The change to another range. Where it is a longer one, a backfill that is cancelled goes back to the present one. */
export const withKeep =
  (keep: Keep) =>
  (settings: DigestSettings): Change => ({
    keep,
    // While one backfill is under way a longer one still goes back to where the first began.
    keepBefore: isLonger(keep, settings.keep) ? (settings.keepBefore ?? settings.keep) : undefined,
  });

export const isLonger = (one: Keep, other: Keep) => keeps.indexOf(one) > keeps.indexOf(other);

/** Calls back with the settings whenever they change, in whatever context, until `signal` aborts. */
export function onDigestSettings(callback: (settings: DigestSettings) => void, signal: AbortSignal): void {
  const { onChanged } = browser.storage.local;
  const listen = (changes: Record<string, { newValue?: unknown }>) => {
    if (changes[key]) callback(parse(changes[key].newValue));
  };
  onChanged.addListener(listen);
  signal.addEventListener('abort', () => onChanged.removeListener(listen));
}

function parse(value: unknown): DigestSettings {
  const parsed = v.safeParse(stored, value ?? {});
  return parsed.success ? parsed.output : defaults;
}
