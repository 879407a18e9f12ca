import { createParser } from 'eventsource-parser';
import { type Dispatcher, request } from 'undici';
import { z } from 'zod';
import type { Config } from '../../config.js';
import { FILTERED, ModelFailure, TOO_LONG } from './model-failure.js';
import { Patience } from './patience.js';

export interface ChatMessage {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

/** What comes of a stream bit by bit. */
export interface ChatPiece {
  text: string;
  /** Tokens, as the other side counts them. */
  usage?: { prompt: number; completion: number };
}

type Body = Dispatcher.ResponseData['body'];

export const MAXIMUM_BYTES = 256 * 1024;
const ERROR_BYTES = 8 * 1024;

const count = z.number().int().min(0).max(10_000_000);
const Chunk = z.object({
  choices: z
    .array(
      z.object({
        delta: z.object({ content: z.string().nullish() }).nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .max(8)
    .default([]),
  usage: z.object({ prompt_tokens: count, completion_tokens: count }).nullish(),
});

/**
 * `POST …/chat/completions`, streamed: no redirects, nothing compressed, {@link MAXIMUM_BYTES} and the configured time in all.
 * Ends when the other side says that it has ended; being left off on the way closes the connection.
 * @throws ModelFailure, whatever goes wrong
 */
export async function* chatStream(
  model: NonNullable<Config['model']>,
  ask: { messages: readonly ChatMessage[]; maxTokens: number },
  { dispatcher, signal }: { dispatcher: Dispatcher; signal?: AbortSignal | undefined },
): AsyncGenerator<ChatPiece> {
  const patience = new Patience(model.timeoutMilliseconds, signal);
  try {
    const answer = await request(`${model.url}/chat/completions`, {
      method: 'POST',
      dispatcher,
      signal: patience.signal,
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        'accept-encoding': 'identity',
        'user-agent': 'Porchlight',
        ...(model.key !== undefined && { authorization: `Bearer ${model.key}` }),
      },
      body: JSON.stringify({
        model: model.name,
        messages: ask.messages,
        max_tokens: ask.maxTokens,
        temperature: 0,
        stream: true,
        stream_options: { include_usage: true },
      }),
    });
    await requireStream(answer);
    yield* pieces(answer.body, () => patience.heard());
  } catch (error) {
    throw patience.signal.aborted ? patience.signal.reason : asFailure(error);
  } finally {
    patience.end();
  }
}

async function* pieces(body: Body, heard: () => void): AsyncGenerator<ChatPiece> {
  const decoder = new TextDecoder();
  const events: string[] = [];
  const parser = createParser({ onEvent: ({ data }) => events.push(data) });
  let bytes = 0;
  let finish: string | undefined;
  let ended = false;
  try {
    for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      heard();
      bytes += chunk.length;
      if (bytes > MAXIMUM_BYTES) throw new ModelFailure('too_large', `more than ${MAXIMUM_BYTES} bytes`);
      parser.feed(decoder.decode(chunk, { stream: true }));
      for (const data of events.splice(0)) {
        ended = data.trim() === '[DONE]';
        if (ended) return requireWhole(finish ?? 'stop');
        const { choices, usage } = read(data);
        const text = choices[0]?.delta?.content ?? '';
        finish = choices[0]?.finish_reason ?? finish;
        if (text || usage)
          yield { text, ...(usage && { usage: { prompt: usage.prompt_tokens, completion: usage.completion_tokens } }) };
      }
    }
    requireWhole(finish);
  } finally {
    // Read to its end, the connection serves the next call.
    if (ended) void body.dump({ limit: 1_024, signal: AbortSignal.timeout(1_000) }).catch(() => undefined);
    else leave(body);
  }
}

function requireWhole(finish: string | undefined): void {
  if (finish === undefined) throw new ModelFailure('failed', 'cut off');
  if (finish === 'length') throw new ModelFailure('too_large', TOO_LONG);
  if (finish === 'content_filter') throw new ModelFailure('refused', FILTERED);
}

function read(data: string): z.output<typeof Chunk> {
  try {
    return Chunk.parse(JSON.parse(data));
  } catch {
    throw new ModelFailure('failed', 'not the protocol');
  }
}

async function requireStream({ statusCode, headers, body }: Dispatcher.ResponseData): Promise<void> {
  if (statusCode !== 200) {
    const detail = [`http ${statusCode}`, await errorCode(body)].filter(Boolean).join(' ');
    const refused = statusCode >= 400 && statusCode < 500 && statusCode !== 408;
    throw new ModelFailure(refused ? 'refused' : 'failed', detail, seconds(headers['retry-after']));
  }
  const type = String(headers['content-type'] ?? '');
  const encoding = String(headers['content-encoding'] ?? 'identity');
  if (/^text\/event-stream\b/i.test(type) && encoding === 'identity') return;
  leave(body);
  throw new ModelFailure('failed', encoding === 'identity' ? 'no event stream' : 'compressed');
}

function leave(body: Body): void {
  body.on('error', () => undefined).destroy();
}

/** A word like `insufficient_quota` tells the operator much; the sentence beside it may hold a part of the key. */
async function errorCode(body: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    parts.push(chunk);
    bytes += chunk.length;
    if (bytes > ERROR_BYTES) break;
  }
  const [, code = ''] = /"code"\s*:\s*"([a-z][a-z_]{2,40})"/.exec(Buffer.concat(parts).toString('utf8')) ?? [];
  return code;
}

const seconds = (header: string | string[] | undefined): number | undefined =>
  typeof header === 'string' && /^\d{1,6}$/.test(header) ? Number(header) : undefined;

function asFailure(error: unknown): ModelFailure {
  if (error instanceof ModelFailure) return error;
  const { code, name } = error as { code?: string; name?: string };
  return new ModelFailure(/TIMEOUT/.test(code ?? '') ? 'timed_out' : 'failed', code ?? name ?? 'connection');
}
