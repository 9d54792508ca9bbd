import { papersOnlyOf, sourceDays } from '@/lib/digest/read';
import type { SourceId } from '@/lib/digest/sources/registry';
import type { TopicField } from '@/lib/digest/sources/source';

/** How many papers leave the copy with a topic: those that the source lists under no other, and nobody else has. */
export async function papersLeaving(
  source: SourceId,
  { holds }: TopicField,
  topics: readonly string[],
  topic: string,
): Promise<number> {
  const others = topics.filter((one) => one !== topic);
  const leaving = new Set<string>();
  // Day by day: all at once fills the memory.
  for (const { day } of await sourceDays(source))
    for (const paper of await papersOnlyOf(source, day))
      if (!others.some((other) => holds(paper, other))) leaving.add(paper.id);
  return leaving.size;
}
