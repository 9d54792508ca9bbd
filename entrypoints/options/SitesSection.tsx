import { useEffect, useState } from 'preact/hooks';
import { AllSites } from '@/components/controls/AllSites';
import { askForAllSites, hasAllSites } from '@/lib/settings/all-sites';
import { defaultSites } from '@/lib/settings/sites';

/** Where Titlelight reads pages. */
export function SitesSection() {
  const [granted, setGranted] = useState<boolean>();
  useEffect(() => {
    hasAllSites().then(setGranted);
  }, []);
  return (
    <>
      <p>Titlelight reads pages where papers are discussed:</p>
      <ul class="sites">
        {defaultSites.map((pattern) => (
          <li key={pattern}>{pattern.replace(/^\*:\/\/\*\.|\/\*$/g, '')}</li>
        ))}
      </ul>
      <AllSites granted={granted} onAsk={() => askForAllSites().then(setGranted)} />
    </>
  );
}
