import { useState } from 'preact/hooks';
import { Switch } from '@/components/controls/Switch';
import { t } from '@/lib/i18n/text';
import { changeDigestSettings } from '@/lib/settings/digest';
import { askForNotifications } from '@/lib/settings/notifications';

/** Whether a notification tells of a new day. Switched on only where the browser allows it. */
export function NotifySwitch({ on }: { on: boolean }) {
  const [isRefused, setRefused] = useState(false);
  const choose = async (wanted: boolean) => {
    // Asked for before anything is awaited: the browser answers only within a click.
    const isAllowed = !wanted || (await askForNotifications());
    setRefused(!isAllowed);
    if (isAllowed) await changeDigestSettings({ notify: wanted });
  };
  return (
    <>
      <Switch
        label={t('digestSettings.notify')}
        note={t('digestSettings.notifyNote')}
        on={on}
        onChange={choose}
      />
      <p role="status" class="switch-refused">
        {isRefused && t('digestSettings.notifyRefused')}
      </p>
    </>
  );
}
