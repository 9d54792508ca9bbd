import { computed } from '@preact/signals';
import { loaded, resource } from '@/components/state/resource';
import { listDays } from '@/lib/digest/read';
import { monthsOf } from '../calendar';

/** Every day of the digest that has papers, newest first. */
export const days = resource(async () => (await listDays()).filter(({ papers }) => papers > 0));

export const months = computed(() => monthsOf(loaded(days) ?? []));

/** Papers in the archive, each on every day that lists it. */
export const papersInAll = computed(() => loaded(days)?.reduce((all, { papers }) => all + papers, 0));
