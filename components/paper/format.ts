export { dateName, dayName, shortCount, shortDate, signedCount } from '@/lib/i18n/format';

/** "1 paper", "83 papers", "40,000 papers". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
