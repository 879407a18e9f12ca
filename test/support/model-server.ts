import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { type AskedOf, wellBehaved } from './model-answers.js';

export interface AskedModel {
  headers: IncomingMessage['headers'];
  body: { model: string; messages: { role: string; content: string }[]; max_tokens: number; stream: boolean };
  /** Resolves when the other side has gone, or has all. */
  closed: Promise<void>;
}

/** What it does: answer as it should, in these words, or as no server should. */
export type ModelBehaviour =
  | 'grounded'
  | {
      says: string | ((asked: AskedOf) => string) /** characters a chunk */;
      step?: number /** bytes a packet, wherever they end */;
      bytes?: number;
    }
  | 'hang_before_headers'
  | 'hang_before_first_byte'
  | 'hang_mid_stream'
  | 'garbage'
  | 'not_the_protocol'
  | 'endless'
  | 'half'
  | 'not_a_stream'
  | 'gzip_bomb'
  | 'redirect'
  | 'over_max_tokens'
  | 'filters'
  | { status: number; headers?: Record<string, string>; body?: string };

export interface TestModelServer {
  /** For `MODEL_URL`. */
  url: string;
  asked: AskedModel[];
  behave: ModelBehaviour;
  /** Bytes that it has put on the wire. */
  sent(): number;
  close(): Promise<void>;
}

const event = (data: object | string) => `data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;
const delta = (content: string, finish: string | null = null) =>
  event({ object: 'chat.completion.chunk', choices: [{ index: 0, delta: { content }, finish_reason: finish }] });

/** A server of its own that speaks the protocol of OpenAI's chat completions, well or badly. */
export async function startModelServer(): Promise<TestModelServer> {
  let sent = 0;
  const model: TestModelServer = {
    url: '',
    asked: [],
    behave: 'grounded',
    sent: () => sent,
    close: async () => undefined,
  };
  const server = createServer((request, response) => {
    if (request.method === 'GET') {
      const known = request.headers.authorization === 'Bearer wrong' ? 401 : 200;
      response.writeHead(known, { 'content-type': 'application/json' }).end('{"data":[{"id":"test-model"}]}');
      return;
    }
    void text(request).then((body) => {
      const closed = new Promise<void>((resolve) => response.on('close', resolve));
      const asked = { headers: request.headers, body: JSON.parse(body), closed };
      model.asked.push(asked);
      answer(model.behave, asked, response, (bytes) => {
        sent += bytes;
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  model.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  model.close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return model;
}

function answer(
  behave: ModelBehaviour,
  { body }: AskedModel,
  response: ServerResponse,
  count: (bytes: number) => void,
): void {
  const stream = () => response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
  const usage = { prompt_tokens: 11, completion_tokens: 7 };
  if (typeof behave === 'object' && 'status' in behave) {
    response
      .writeHead(behave.status, { 'content-type': 'application/json', ...behave.headers })
      .end(behave.body ?? '{}');
    return;
  }
  if (behave === 'grounded' || typeof behave === 'object') {
    const said = typeof behave === 'object' ? behave.says : wellBehaved;
    const words = typeof said === 'string' ? said : said({ messages: body.messages });
    const step = (typeof behave === 'object' && behave.step) || 6;
    const events: string[] = [];
    for (let at = 0; at < words.length; at += step) events.push(delta(words.slice(at, at + step)));
    events.push(delta('', 'stop'), event({ choices: [], usage }), event('[DONE]'));
    const whole = Buffer.from(events.join(''));
    const bytes = (typeof behave === 'object' && behave.bytes) || 4_096;
    stream();
    void trickle(response, whole, bytes);
    return;
  }
  switch (behave) {
    case 'hang_before_headers':
      return;
    case 'hang_before_first_byte':
      stream().flushHeaders();
      return;
    case 'hang_mid_stream':
      stream().write(delta('请打开'));
      return;
    case 'garbage':
      stream().end('data: {"choices":[{"del\n\n\u0000\u0001<html>\n\ndata: ]]]\n\n');
      return;
    case 'not_the_protocol':
      stream().end(event({ choices: 'many' }));
      return;
    case 'half':
      stream().write(delta('请打开设置'), () => response.destroy());
      return;
    case 'not_a_stream':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sign in to the wifi</html>');
      return;
    case 'redirect':
      response.writeHead(307, { location: 'http://127.0.0.1:1/v1/chat/completions' }).end();
      return;
    case 'over_max_tokens':
      stream().write(delta('请'));
      response.end(delta('', 'length') + event('[DONE]'));
      return;
    case 'filters':
      stream().end(delta('', 'content_filter') + event('[DONE]'));
      return;
    case 'gzip_bomb':
      response
        .writeHead(200, { 'content-type': 'text/event-stream', 'content-encoding': 'gzip' })
        .end(gzipSync(Buffer.alloc(50_000_000)));
      return;
    case 'endless':
      endless(stream(), count);
  }
}

async function trickle(response: ServerResponse, whole: Buffer, bytes: number): Promise<void> {
  for (let at = 0; at < whole.length; at += bytes) {
    response.write(whole.subarray(at, at + bytes));
    await new Promise((resolve) => setImmediate(resolve));
  }
  response.end();
}

/** A gigabyte, as fast as it is taken. */
function endless(response: ServerResponse, count: (bytes: number) => void): void {
  const piece = delta('钱'.repeat(20_000));
  let left = 1_000_000_000;
  const more = () => {
    while (left > 0 && !response.destroyed) {
      left -= piece.length;
      count(Buffer.byteLength(piece));
      if (!response.write(piece)) return void response.once('drain', more);
    }
  };
  more();
}
