import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Fault } from './faults.ts';

/** An answer before it is sent. */
export interface Reply {
  status: number;
  type: string;
  body: string;
  /** Whether it is sent with a validator, and need not be sent again. */
  validated: boolean;
}

/** Milliseconds between two bytes of an answer that drips. */
const drop = 200;

/** Sends an answer, or spoils it. */
export function send(
  request: IncomingMessage,
  response: ServerResponse,
  honest: Reply,
  fault: Fault | undefined,
): void {
  const reply = spoilt(honest, fault);
  if (fault?.kind === 'hang') return;
  if (fault?.kind === 'too-many' && fault.retryAfter !== null) {
    const { retryAfter } = fault;
    response.setHeader('retry-after', typeof retryAfter === 'number' ? retryAfter : retryAfter.toUTCString());
  }
  if (reply.validated) {
    const etag = `W/"${createHash('sha1').update(reply.body).digest('base64url')}"`;
    response.setHeader('etag', etag);
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end();
  }
  const body = Buffer.from(reply.body);
  response.writeHead(reply.status, { 'content-type': reply.type, 'content-length': body.length });
  if (fault?.kind === 'drip') drip(response, body);
  else if (fault?.kind === 'break')
    response.write(body.subarray(0, body.length / 2), () => response.destroy());
  else response.end(body);
}

function spoilt(honest: Reply, fault: Fault | undefined): Reply {
  const json = { type: 'application/json; charset=utf-8', validated: false };
  switch (fault?.kind) {
    case 'too-many':
      return { ...json, status: 429, body: JSON.stringify({ error: 'Too many requests' }) };
    case 'status':
      return { ...json, status: fault.status, body: JSON.stringify({ error: 'Something is broken' }) };
    case 'truncated':
      return { ...honest, validated: false, body: honest.body.slice(0, honest.body.length / 2) };
    case 'other-text':
      return { ...honest, validated: false, body: fault.text };
    default:
      return honest;
  }
}

function drip(response: ServerResponse, body: Buffer): void {
  let sent = 0;
  const timer = setInterval(() => response.write(body.subarray(sent, ++sent)), drop);
  response.on('close', () => clearInterval(timer));
}
