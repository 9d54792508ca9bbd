import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';

export interface LocalWeb {
  port: number;
  /** Every request so far, of whatever host, in order: `GET https://arxiv.org/list`. */
  requests: string[];
  /** Puts a page at an address, and returns the address. */
  serve(address: string, html: string, headers?: Record<string, string>): string;
  /** Has a handler answer every address that begins so. */
  answer(beginning: string, handler: Handler): void;
  close(): Promise<void>;
}

type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => void;

interface Resource {
  body: string;
  headers: Record<string, string>;
}

const certificate = (file: string) => readFileSync(new URL(`./certificate/${file}`, import.meta.url));

/** The one certificate that a browser has to take on trust, as Chromium's `--ignore-certificate-errors-spki-list` wants it. */
export function certificateHash(): string {
  const key = new X509Certificate(certificate('cert.pem')).publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(key).digest('base64');
}

/** What a TLS client says first. */
const tlsHandshake = 0x16;

/**
 * The whole web, on one port of 127.0.0.1: http, https and proxy requests for any host. Point a browser here with a
 * host resolver rule or as its proxy, and whatever it asks of any host is answered and recorded here.
 */
export async function startWeb(): Promise<LocalWeb> {
  const resources = new Map<string, Resource>();
  const handlers = new Map<string, Handler>();
  const requests: string[] = [];

  const answer = (scheme: string) => (request: IncomingMessage, response: ServerResponse) => {
    const address = addressOf(scheme, request);
    if (address.endsWith('/favicon.ico')) return void response.writeHead(204).end();
    requests.push(`${request.method} ${address}`);
    const beginning = handlers.keys().find((beginning) => address.startsWith(beginning));
    if (beginning) return handlers.get(beginning)?.(request, response, new URL(address));
    const found = resources.get(address);
    response
      .writeHead(found ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', ...found?.headers })
      .end(found?.body ?? '<!doctype html><title>Not found</title>');
  };

  const secure = createSecureServer(
    { key: certificate('key.pem'), cert: certificate('cert.pem') },
    answer('https'),
  );
  const plain = createServer(answer('http')).on('connect', (_request, socket, head) => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    if (head.length > 0) socket.unshift(head);
    tcp.emit('connection', socket);
  });
  const sockets = new Set<Socket>();
  const tcp = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.once('data', (first) => {
      socket.pause();
      socket.unshift(first);
      (first[0] === tlsHandshake ? secure : plain).emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  });
  await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve));

  return {
    port: (tcp.address() as AddressInfo).port,
    requests,
    serve(address, html, headers = {}) {
      resources.set(new URL(address).href, { body: html, headers });
      return address;
    },
    answer: (beginning, handler) => void handlers.set(beginning, handler),
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => tcp.close(() => resolve()));
    },
  };
}

/** A proxy is asked for whole addresses, a server for paths; `fetchThrough` says in headers what it wants. */
function addressOf(scheme: string, request: IncomingMessage): string {
  const { host, 'x-forwarded-host': wanted } = request.headers;
  const origin = wanted === undefined ? `${scheme}://${host}` : `https://${wanted}`;
  return new URL(request.url ?? '/', origin).href;
}

/** Node's own `fetch`, with `web` in the place of the network: for code under test that is not in a browser. */
export function fetchThrough(web: LocalWeb): typeof fetch {
  return (address, init) => {
    const { host, pathname, search } = new URL(String(address));
    const headers = new Headers(init?.headers);
    headers.set('x-forwarded-host', host);
    return fetch(`http://127.0.0.1:${web.port}${pathname}${search}`, { ...init, headers });
  };
}
