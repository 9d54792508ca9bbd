export { dateName, dayName, shortCount, shortDate, signedCount } from '@/lib/i18n/format';
