import { useEffect, useState } from 'preact/hooks';
import { type DigestSettings, onDigestSettings, readDigestSettings } from '@/lib/settings/digest';

/** What was chosen about the digest, kept up to date; undefined while it is not known. */
export function useSettings(): DigestSettings | undefined {
  const [settings, setSettings] = useState<DigestSettings>();
  useEffect(() => {
    const closed = new AbortController();
    onDigestSettings(setSettings, closed.signal);
    readDigestSettings().then(setSettings);
    return () => closed.abort();
  }, []);
  return settings;
}
