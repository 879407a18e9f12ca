import { Inject, Injectable, type OnApplicationShutdown, Optional } from '@nestjs/common';
import { Agent, errors, request } from 'undici';
import { CONFIG, type Config } from '../../config.js';
import { FetchRefused } from './fetch-refused.js';
import { defaultPort, guardedConnector, type Resolve } from './guarded-connector.js';

const PATIENCE_MILLISECONDS = 3_000;
const MAXIMUM_BYTES = 256 * 1024;

export interface FetchAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** For tests: who resolves names. */
const RESOLVE = Symbol('RESOLVE');

/**
 * The one client for everything that is fetched for somebody: https to public addresses only (or what
 * `FETCH_ALLOWED_HOSTS` names, by exact host:port, http too), no redirects, 3 s and 256 KB in all.
 */
@Injectable()
export class SafeFetch implements OnApplicationShutdown {
  private readonly agent: Agent;
  private readonly allowedHosts: ReadonlySet<string>;

  constructor(
    @Inject(CONFIG) config: Pick<Config, 'fetchAllowedHosts'>,
    @Optional() @Inject(RESOLVE) resolve?: Resolve,
  ) {
    this.allowedHosts = new Set(config.fetchAllowedHosts);
    this.agent = new Agent({
      connect: guardedConnector((host) => this.allowedHosts.has(host), resolve),
      connections: 16,
      maxResponseSize: MAXIMUM_BYTES,
      headersTimeout: PATIENCE_MILLISECONDS,
      bodyTimeout: PATIENCE_MILLISECONDS,
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.agent.destroy();
  }

  /** @throws FetchRefused, whatever goes wrong; an answer with an error status is an answer */
  async post(address: string, body: string, headers: Record<string, string>): Promise<FetchAnswer> {
    const url = this.check(address);
    try {
      const answer = await request(url, {
        method: 'POST',
        body,
        headers: { 'user-agent': 'Porchlight', 'accept-encoding': 'identity', ...headers },
        dispatcher: this.agent,
        signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
      });
      if (answer.statusCode >= 300 && answer.statusCode < 400) {
        await answer.body.dump();
        throw new FetchRefused('redirect');
      }
      return { status: answer.statusCode, headers: answer.headers, body: await answer.body.text() };
    } catch (cause) {
      throw refusal(cause);
    }
  }

  /** Whether we would fetch it at all. Where its name leads is looked at when it is fetched. @throws FetchRefused */
  check(address: string): URL {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (!url || url.username || url.password) throw new FetchRefused('url');
    const allowed = this.allowedHosts.has(`${url.hostname}:${url.port || defaultPort(url.protocol)}`);
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && allowed)) throw new FetchRefused('url');
    return url;
  }
}

function refusal(cause: unknown): FetchRefused {
  if (cause instanceof FetchRefused) return cause;
  if (cause instanceof errors.ResponseExceededMaxSizeError) return new FetchRefused('too_large', { cause });
  const { name, code } = cause as { name?: string; code?: string };
  const late = name === 'TimeoutError' || /TIMEOUT/.test(code ?? '');
  return new FetchRefused(late ? 'timeout' : 'failed', { cause });
}
