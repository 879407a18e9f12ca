import { type Locale, REDACTIONS, type RedactedPart, type Redaction } from '../../../contract/index.js';
import type { Fact } from './facts.js';
import { PATTERNS } from './patterns.js';
import { type Spelling, spell } from './spelling.js';

const PLACEHOLDERS: Record<Locale, Record<Redaction, string>> = {
  'zh-CN': {
    name: '【客户】',
    shop: '【店铺】',
    staff: '【客服】',
    phone: '【手机号】',
    email: '【邮箱】',
    contact: '【联系方式】',
    order: '【订单号】',
    ticket: '【工单号】',
    card: '【银行卡号】',
    identity: '【证件号】',
    number: '【编号】',
    link: '【链接】',
    address: '【地址】',
    amount: '【金额】',
    date: '【日期】',
  },
  en: {
    name: '【customer】',
    shop: '【shop】',
    staff: '【colleague】',
    phone: '【phone number】',
    email: '【email】',
    contact: '【contact】',
    order: '【order number】',
    ticket: '【case number】',
    card: '【card number】',
    identity: '【identity number】',
    number: '【number】',
    link: '【link】',
    address: '【address】',
    amount: '【amount】',
    date: '【date】',
  },
};
const HONORIFICS = '(?:先生|女士|小姐|老板|老师|经理|总|姐|哥)';

interface Span {
  from: number;
  to: number;
  kind: Redaction;
}

/**
 * Takes out of a text what tells who it is about: these facts, however they are spelled, and whatever looks like somebody's
 * number, address or link. Joined again, `text` of the parts is what was given, and `replacedBy ?? text` what may be shown.
 */
export function redact(text: string, facts: readonly Fact[], locale: Locale): RedactedPart[] {
  const spelling = spell(text);
  const spans = [
    ...facts.flatMap((fact) => occurrences(text, spelling, fact)),
    ...facts.flatMap((fact) => addressed(text, fact)),
    ...patternsIn(narrow(text)),
  ];
  const parts: RedactedPart[] = [];
  let at = 0;
  for (const { from, to, kind } of merged(spans)) {
    if (from > at) parts.push({ text: text.slice(at, from) });
    parts.push({ text: text.slice(from, to), kind, replacedBy: PLACEHOLDERS[locale][kind] });
    at = to;
  }
  if (at < text.length) parts.push({ text: text.slice(at) });
  return parts;
}

/** What may be shown of it. */
export const redacted = (parts: readonly RedactedPart[]): string =>
  parts.map(({ text, replacedBy }) => replacedBy ?? text).join('');

function occurrences(text: string, { key, from, to }: Spelling, { kind, value, asName }: Fact): Span[] {
  const wanted = spell(value).key;
  const spans: Span[] = [];
  if (!wanted) return spans;
  for (let at = key.indexOf(wanted); at >= 0; at = key.indexOf(wanted, at + 1)) {
    const last = at + wanted.length - 1;
    const begin = from[at] as number;
    const end = to[last] as number;
    // A name of Latin letters is no part of another word.
    if (isLatin(key[at]) && isLatin(key[at - 1]) && to[at - 1] === begin) continue;
    if (isLatin(key[last]) && isLatin(key[last + 1]) && from[last + 1] === end) continue;
    if (asName && !/^\p{Lu}/u.test(text.slice(begin, end))) continue;
    spans.push({ from: begin, to: end, kind });
  }
  return spans;
}

/** 李女士, 欧阳经理: by the surname alone. */
function addressed(text: string, { kind, surname }: Fact): Span[] {
  if (!surname) return [];
  const expression = new RegExp(`${surname}${HONORIFICS}`, 'gu');
  return [...text.matchAll(expression)].map((found) => ({
    from: found.index,
    to: found.index + found[0].length,
    kind,
  }));
}

function patternsIn(text: string): Span[] {
  return PATTERNS.flatMap(({ kind, expression, when }) =>
    [...text.matchAll(expression)].flatMap((found) => {
      const what = found[1] ?? found[0];
      const from = found.index + found[0].lastIndexOf(what);
      if (when && !when(what, text.slice(Math.max(0, from - 20), from))) return [];
      return [{ from, to: from + what.length, kind }];
    }),
  );
}

/** Half-width, each place of it the same place of the text. */
const narrow = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ');

/** In order and apart: those that overlap are one, called what the longest of them is, and of equals the surest. */
function merged(spans: readonly Span[]): Span[] {
  const order = ({ kind }: Span) => REDACTIONS.indexOf(kind);
  const sorted = spans.toSorted((a, b) => a.from - b.from || b.to - a.to || order(a) - order(b));
  const apart: Span[] = [];
  let longest = 0;
  for (const span of sorted) {
    const before = apart.at(-1);
    const length = span.to - span.from;
    if (!before || span.from >= before.to) {
      apart.push({ ...span });
      longest = length;
      continue;
    }
    before.to = Math.max(before.to, span.to);
    if (length <= longest) continue;
    before.kind = span.kind;
    longest = length;
  }
  return apart;
}

const isLatin = (character: string | undefined): boolean => /^[a-z]$/.test(character ?? '');
