import { type PlainKey, t } from '@/lib/i18n/text';
import { defaultSites } from '@/lib/settings/sites';

interface Reason {
  name: PlainKey;
  /** What it is for. */
  what(): string;
  /** What it is never used for. */
  not: PlainKey;
}

/** The permissions of the manifest, as a person meets them. */
const reasons: readonly Reason[] = [
  {
    name: 'welcome.readSites',
    what: () => t('welcome.readSitesFor', { count: defaultSites.length }),
    not: 'welcome.readSitesNot',
  },
  { name: 'welcome.readOnce', what: () => t('welcome.readOnceFor'), not: 'welcome.readOnceNot' },
  { name: 'welcome.store', what: () => t('welcome.storeFor'), not: 'welcome.storeNot' },
  { name: 'welcome.wake', what: () => t('welcome.wakeFor'), not: 'welcome.wakeNot' },
  { name: 'welcome.later', what: () => t('welcome.laterFor'), not: 'welcome.laterNot' },
];

/** What Titlelight may do, and what it does not do with it. */
export function Permissions() {
  return (
    <section class="permissions" aria-labelledby="may">
      <h2 id="may">{t('welcome.may')}</h2>
      <p>{t('welcome.mayLead')}</p>
      <ul class="reasons">
        {reasons.map(({ name, what, not }) => (
          <li key={name} class="reason">
            <h3>{t(name)}</h3>
            <dl>
              <div>
                <dt>{t('welcome.for')}</dt>
                <dd>{what()}</dd>
              </div>
              <div>
                <dt>{t('welcome.not')}</dt>
                <dd>{t(not)}</dd>
              </div>
            </dl>
          </li>
        ))}
      </ul>
    </section>
  );
}
