import type { Locale } from '../../contract/index.js';
import { cut } from '../cut.js';
import type { Said } from './case-talk.service.js';

const LAST = 3;
const LENGTH = 160;

/** What a case is about in the words that were said: the first question, the last answer, the last messages of the customer. */
export function extract(talk: readonly Said[], locale: Locale): string {
  const zh = locale === 'zh-CN';
  const by = (kind: Said['authorKind']) =>
    talk.filter(({ authorKind }) => authorKind === kind).map(({ body }) => short(body));
  const [first, ...rest] = by('customer');
  const answer = by('staff').at(-1) ?? by('bot').at(-1);
  const lines = [
    first && `${zh ? '客户最初问' : 'First asked'}: ${first}`,
    answer && `${zh ? '最近的答复' : 'Last answer'}: ${answer}`,
    ...rest.slice(-LAST).map((body) => `${zh ? '客户又说' : 'Then said'}: ${body}`),
  ];
  return lines
    .filter(Boolean)
    .map((line) => (zh ? line?.replace(': ', '：') : line))
    .join('\n');
}

const short = (text: string): string => cut(text.replace(/\s+/g, ' ').trim(), LENGTH);
