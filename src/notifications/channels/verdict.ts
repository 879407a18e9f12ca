import type { ChannelKind } from '../../contract/index.js';
import { FetchRefused } from '../../platform/fetch/index.js';

export interface Verdict {
  outcome: 'sent' | 'later' | 'final';
  /** For people: the other side's own words, cut. */
  answer: string;
}

const LONGEST_ANSWER = 300;

/** Too much at once, or their own trouble: DingTalk 130101 and -1, WeCom 45009, 45033 and -1, Feishu 11232. */
const PASSING_CODES = new Set([-1, 130_101, 45_009, 45_033, 11_232]);

/** What an answer means. Robots say 200 to everything, and in the body what they think of it. */
export function verdictOf(kind: ChannelKind, { status, body }: { status: number; body: string }): Verdict {
  const answer = `${status} ${body.replace(/\s+/g, ' ').trim()}`.slice(0, LONGEST_ANSWER).trim();
  if (status === 429 || status >= 500) return { outcome: 'later', answer };
  if (status < 200 || status >= 300) return { outcome: 'final', answer };
  if (kind === 'sms' || kind === 'phone') return { outcome: 'sent', answer };
  const code = codeOf(body);
  if (code === 0) return { outcome: 'sent', answer };
  return { outcome: code !== undefined && PASSING_CODES.has(code) ? 'later' : 'final', answer };
}

/** Why there was none. */
export function verdictOfRefusal(error: unknown): Verdict {
  if (!(error instanceof FetchRefused)) throw error;
  const passing = error.reason === 'timeout' || error.reason === 'failed';
  return { outcome: passing ? 'later' : 'final', answer: WORDS[error.reason] };
}

const WORDS: Record<FetchRefused['reason'], string> = {
  url: 'the address is not allowed: https, or a host of FETCH_ALLOWED_HOSTS',
  address: 'the address leads inside: name it in FETCH_ALLOWED_HOSTS if that is meant',
  redirect: 'it redirects; give the address where it ends',
  too_large: 'the answer was too large',
  timeout: 'no answer within 3 s',
  failed: 'nobody could be reached there',
};

/** DingTalk and WeCom say `errcode`, Feishu `code`, or `StatusCode` when it is well. */
function codeOf(body: string): number | undefined {
  try {
    const said = JSON.parse(body) as { errcode?: unknown; code?: unknown; StatusCode?: unknown } | null;
    const code = said?.errcode ?? said?.code ?? said?.StatusCode;
    return typeof code === 'number' ? code : undefined;
  } catch {
    return undefined;
  }
}
