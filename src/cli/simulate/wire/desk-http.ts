import { setTimeout as rest } from 'node:timers/promises';
import type { Problem } from '../../../contract/index.js';
import type { Meter } from './meter.js';

const TRIES = 40;
const RETRY_MILLISECONDS = 250;
const PATIENCE_MILLISECONDS = 15_000;
const PASSING = [429, 500, 502, 503, 504];

export interface HttpAnswer<Body> {
  status: number;
  /** Undefined when there was none, or no JSON. */
  body: Body | undefined;
  cookie: string | undefined;
}

/** REST as a browser would use it; what passes by itself is tried again. */
export class DeskHttp {
  constructor(
    private readonly url: string,
    private readonly meter: Meter,
    private readonly headers: Record<string, string> = {},
  ) {}

  with(headers: Record<string, string>): DeskHttp {
    return new DeskHttp(this.url, this.meter, { ...this.headers, ...headers });
  }

  get<Body>(path: string): Promise<HttpAnswer<Body>> {
    return this.ask('GET', path);
  }

  /** @throws Error when nobody answers for long */
  async ask<Body>(method: string, path: string, body?: object | FormData): Promise<HttpAnswer<Body>> {
    for (let tries = 1; ; tries += 1) {
      const answer = await this.once<Body>(method, path, body).catch(() => undefined);
      if (answer && !PASSING.includes(answer.status)) return answer;
      this.meter.error(answer ? codeOf(answer) : 'http_unreachable');
      if (tries === TRIES) throw new Error(`${method} ${path} is not answered (${answer?.status ?? 'no connection'})`);
      const wait = (answer?.body as Problem | undefined)?.retryAfter ?? 0;
      await rest(wait * 1_000 || RETRY_MILLISECONDS);
    }
  }

  private async once<Body>(method: string, path: string, body?: object | FormData): Promise<HttpAnswer<Body>> {
    const json = body && !(body instanceof FormData);
    const response = await fetch(this.url + path, {
      method,
      headers: { ...this.headers, ...(json && { 'content-type': 'application/json' }) },
      signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
      redirect: 'manual',
      ...(body && { body: json ? JSON.stringify(body) : (body as FormData) }),
    });
    const text = await response.text();
    const cookie = response.headers.get('set-cookie')?.split(';')[0];
    return { status: response.status, body: parsed<Body>(text), cookie };
  }
}

/** @returns the stable code of a refusal, or the bare status */
export function codeOf({ status, body }: HttpAnswer<unknown>): string {
  return (body as Problem | undefined)?.code ?? `http_${status}`;
}

function parsed<Body>(text: string): Body | undefined {
  try {
    return JSON.parse(text) as Body;
  } catch {
    return undefined;
  }
}
