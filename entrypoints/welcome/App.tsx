import { useEffect, useState } from 'preact/hooks';
import { Rich } from '@/components/design/Rich';
import { t } from '@/lib/i18n/text';
import { type Keys, readKeys } from './keys';
import { Lesson } from './Lesson';
import { Permission } from './Permission';
import { Permissions } from './Permissions';
import { Sample } from './Sample';

/** First run: what it does, shown live, tried by keyboard, and what it may do. */
export function App() {
  const [keys, setKeys] = useState<Keys>();
  useEffect(() => {
    readKeys().then(setKeys);
  }, []);
  return (
    <main class="welcome">
      <header>
        <img src="/icon.svg" alt="" width="56" height="56" />
        <h1>
          <Rich of="welcome.title" tags={{ lit: (words) => <span class="lit">{words}</span> }} />
        </h1>
        <p>{t('welcome.lead')}</p>
      </header>
      {/* The lesson stands above: cards open below what they are about, and must not cover what is to be pressed next. */}
      <div class="try">
        {keys && <Lesson keys={keys} />}
        <Sample />
      </div>
      <Permissions />
      <Permission />
      <section class="then" aria-labelledby="then">
        <h2 id="then">{t('welcome.then')}</h2>
        <div class="columns">
          <div>
            <h3>{t('welcome.popup')}</h3>
            <p>
              {keys?._execute_action ? (
                <Rich of="welcome.popupNote" slots={{ key: <kbd class="key">{keys._execute_action}</kbd> }} />
              ) : (
                t('welcome.popupNoteNoKey')
              )}
            </p>
          </div>
          <div>
            <h3>{t('welcome.days')}</h3>
            <p>
              <Rich of="welcome.daysNote" tags={{ a: (words) => <a href="/options.html">{words}</a> }} />
            </p>
          </div>
        </div>
      </section>
      <footer>
        <p>{t('welcome.promise')}</p>
        <a href="/options.html">{t('welcome.settings')}</a>
      </footer>
    </main>
  );
}
