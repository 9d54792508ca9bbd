import type { Relay } from './relay.ts';

interface Evaluated {
  result?: { value?: string | number | boolean };
  exceptionDetails?: { text: string };
}

/** As the manifest has it. */
export const extensionId = 'titlelight@titlelight.app';

/**
 * Runs the body of an async function in Firefox's own window, with all its rights, as its toolbar and its settings do.
 * `extension` is Titlelight there.
 *
 * @returns what it returns, which must be JSON
 */
export async function inFirefoxItself<T>(relay: Relay, body: string): Promise<T> {
  const { contexts } = await relay.send<{ contexts: { context: string }[] }>('browsingContext.getTree', {
    'moz:scope': 'chrome',
  });
  const { result, exceptionDetails } = await relay.send<Evaluated>('script.evaluate', {
    expression: `(async () => {
      const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(extensionId)});
      const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      return JSON.stringify(await (async () => { ${body} })());
    })()`,
    target: { context: contexts[0]?.context },
    awaitPromise: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.text);
  return result?.value === undefined ? (undefined as T) : JSON.parse(String(result.value));
}
