import type { Titlelight } from './extension.ts';
import { extensionId } from './toolbar.ts';

/** What Chromium's own page of extensions has. */
declare const chrome: {
  developerPrivate: {
    addHostPermission(id: string, pattern: string): Promise<void>;
    removeHostPermission(id: string, pattern: string): Promise<void>;
    updateExtensionConfiguration(change: { extensionId: string; hostAccess: HostAccess }): Promise<void>;
  };
};

/** Chromium's words for when an extension may read the sites that it was installed with. */
type HostAccess = 'ON_CLICK' | 'ON_SPECIFIC_SITES' | 'ON_ALL_SITES';

/**
 * Adds a site to the extension on Chromium's page of extensions, as a person does. One that the extension was installed
 * with it may read at once. For any other the person has agreed: the extension still has to ask, and gets it without a
 * question that no test could answer.
 */
export function addSite(titlelight: Titlelight, pattern: string): Promise<void> {
  return onExtensionsPage(
    titlelight,
    ({ id, pattern }) => chrome.developerPrivate.addHostPermission(id, pattern),
    {
      id: extensionId(titlelight),
      pattern,
    },
  );
}

/** Chooses there whether the extension may read the sites that it was installed with. */
export function chooseAccess(titlelight: Titlelight, hostAccess: HostAccess): Promise<void> {
  return onExtensionsPage(
    titlelight,
    (change) => chrome.developerPrivate.updateExtensionConfiguration(change),
    { extensionId: extensionId(titlelight), hostAccess },
  );
}

async function onExtensionsPage<T>(
  titlelight: Titlelight,
  act: (given: T) => Promise<void>,
  given: T,
): Promise<void> {
  const page = await titlelight.context.newPage();
  await page.goto('chrome://extensions/');
  await page.evaluate(act as never, given);
  await page.close();
}
