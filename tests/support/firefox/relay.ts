import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';

interface Message {
  id?: number;
  type?: string;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: string;
  message?: string;
}

/** Stands between Playwright and Firefox, both of which speak WebDriver BiDi, and says what Playwright has no words for. */
export interface Relay {
  port: number;
  /** Asks Firefox for something of our own. */
  send<T>(method: string, params: object): Promise<T>;
  close(): void;
}

/** Commands that our Firefox does not know yet and that Playwright sends whether they are wanted or not. */
const notYet = new Set(['emulation.setMediaFeaturesOverride']);

/** Milliseconds for Firefox to tell that a tab has closed. */
const tellingDeadline = 250;

/** Ids of our own commands begin here: Playwright counts from 1. */
const firstOwnId = 1_000_000_000;

/** Waits for Playwright at `ws://127.0.0.1:PORT/PORT_OF_FIREFOX/session`. */
export async function startRelay(): Promise<Relay> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  const waiting = new Map<number, (answer: Message) => void>();
  let firefox: WebSocket | undefined;
  let asked = firstOwnId;

  const send: Relay['send'] = (method, params) =>
    new Promise((resolve, reject) => {
      if (firefox?.readyState !== WebSocket.OPEN) return reject(new Error('Firefox is not connected.'));
      const id = ++asked;
      waiting.set(id, ({ type, result, error, message }) =>
        type === 'error' ? reject(new Error(`${method}: ${error}: ${message}`)) : resolve(result as never),
      );
      firefox.send(JSON.stringify({ id, method, params }));
    });

  server.on('connection', (playwright, { url = '' }) => {
    const upstream = new WebSocket(`ws://127.0.0.1:${url.split('/')[1]}/session`);
    firefox = upstream;
    const opened = once(upstream, 'open');
    const closing = new Map<number, string>();
    const told = new Set<string>();
    playwright.on('message', async (raw) => {
      const { id, method = '', params } = JSON.parse(String(raw)) as Message;
      if (notYet.has(method)) return playwright.send(JSON.stringify({ type: 'success', id, result: {} }));
      if (method === 'browsingContext.close' && id !== undefined) closing.set(id, contextOf(params));
      await opened;
      if (upstream.readyState === WebSocket.OPEN) upstream.send(inTabs(method, String(raw)));
    });
    upstream.on('message', (raw) => {
      const message = JSON.parse(String(raw)) as Message;
      const own = message.id === undefined ? undefined : waiting.get(message.id);
      if (message.id !== undefined && own) {
        waiting.delete(message.id);
        return own(message);
      }
      if (message.method === 'browsingContext.contextDestroyed') told.add(contextOf(message.params));
      playwright.send(String(raw));
      const closed = message.id === undefined ? undefined : closing.get(message.id);
      // Of a tab with a page of an extension it does not tell, and Playwright waits for it.
      if (closed !== undefined && message.type === 'success')
        setTimeout(() => {
          if (!told.has(closed)) playwright.send(JSON.stringify(destroyed(closed)));
        }, tellingDeadline);
    });
    upstream.on('close', () => {
      for (const answer of waiting.values())
        answer({ type: 'error', error: 'closed', message: 'Firefox is gone.' });
      waiting.clear();
      playwright.close();
    });
    upstream.on('error', () => playwright.close());
    playwright.on('close', () => upstream.close());
  });

  return {
    port: (server.address() as AddressInfo).port,
    send,
    close: () => server.close(),
  };
}

/** Playwright asks for a window for each page; a person has tabs, and so has the extension to tell them apart. */
function inTabs(method: string, raw: string): string {
  if (method !== 'browsingContext.create') return raw;
  const message = JSON.parse(raw);
  message.params.type = 'tab';
  return JSON.stringify(message);
}

function contextOf(params: unknown): string {
  return (params as { context: string }).context;
}

function destroyed(context: string): Message {
  const params = {
    context,
    children: null,
    originalOpener: null,
    parent: null,
    url: '',
    userContext: 'default',
  };
  return { type: 'event', method: 'browsingContext.contextDestroyed', params };
}
