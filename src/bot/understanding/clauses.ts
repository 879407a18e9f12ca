import { fold } from '../../platform/search/index.js';

/** Of a longer text the beginning is read; a message is never longer. */
export const EXAMINED = 8_000;

/** A comma within 20,000 and the point of 3.5 part nothing. */
const BETWEEN = /(?:[,，.](?!\d)|[。!！?？;；:：…\n\r])+/u;
/** Marks and invisible characters within a word: people see it whole. */
const UNSEEN = /[\p{M}\p{Cf}]+/gu;
/** 人 工 服 务, 转-人-工, 转。人。工: single characters held apart. */
const HELD_APART =
  /(?<!\p{Script=Han})\p{Script=Han}(?:[^\p{Letter}\p{Number}]{1,6}\p{Script=Han}){1,19}(?!\p{Script=Han})/gu;
const LETTERS_APART = /(?<![a-z])[a-z](?:[^\p{Letter}\p{Number}]{1,3}[a-z]){3,39}(?![a-z])/gu;
const APART = /[^\p{Letter}]/gu;
/** Humaaan. */
const DRAWN_OUT = /([a-z])\1{2,}/g;
const QUOTED = /[“"「『‘][^”"」』’\n]{1,40}[”"」』’]/gu;
const SPELLINGS: [RegExp, string][] = [
  [/zhuan[1-5]?\s?ren[1-5]?\s?go?ng?[1-5]?(?![a-z])/g, '转人工'],
  [/zhuan[1-5]?\s?(?=ren\s?gong|人)/g, '转'],
  [/zhuan[1-5]?\s?ren[1-5]?(?![a-z])/g, '转人'],
  [/ren[1-5]?\s?gong/g, '人工'],
  [/[人亻]\s?[エ]/gu, '人工'],
  [/亻工/gu, '人工'],
  [/\bzrg\b/g, '转人工'],
  [/\brgkf\b/g, '人工客服'],
  [/ke\s?fu(?![a-z])/g, '客服'],
  [/zhen\s?ren(?![a-z])/g, '真人'],
  [/[転转]\s?[人仁任认]\s?[工公宫功攻共供弓]/gu, '转人工'],
  [/[’‘`´]/g, "'"],
  [/\bu\b/g, 'you'],
  [/\bur\b/g, 'your'],
  [/\br (?=you\b)/g, 'are '],
  [/\bppl\b/g, 'people'],
  [/\bwanna\b/g, 'want to'],
  [/\bgimme\b/g, 'give me'],
];
/** What is typed with its letters out of order is meant all the same. */
const LETTERS = new Map(
  ['human', 'agent', 'talk', 'person', 'representative', 'operator', 'someone', 'manager'].map((word) => [
    sorted(word),
    word,
  ]),
);
const MISTYPED: Record<string, string> = {
  speek: 'speak',
  spek: 'speak',
  persn: 'person',
  persom: 'person',
  hman: 'human',
  humen: 'human',
  agnt: 'agent',
};

function sorted(word: string): string {
  return [...word].sort().join('');
}

/** The beginning of a text in one writing; a single character may stand for many. */
export const folded = (text: string): string => fold(text.slice(0, EXAMINED)).slice(0, EXAMINED);

/** One spelling for what reads the same: width, case, traditional characters, pinyin, characters held apart, letters out of order. */
export function asMeant(text: string): string {
  let meant = folded(text).normalize('NFD').replace(UNSEEN, '');
  for (const apart of [HELD_APART, LETTERS_APART]) meant = meant.replace(apart, (word) => word.replace(APART, ''));
  meant = meant.replace(DRAWN_OUT, '$1');
  for (const [spelling, word] of SPELLINGS) meant = meant.replace(spelling, word);
  return meant.replace(/[a-z]{4,14}/g, (word) => MISTYPED[word] ?? LETTERS.get(sorted(word)) ?? word);
}

/** What is quoted is somebody else's word, or the name of a button; unless nothing else is said. */
export function unquoted(meant: string): string {
  const rest = meant.replace(QUOTED, ' ');
  return /[\p{Letter}\p{Number}]/u.test(rest) ? rest : meant;
}

/** As far as a comma or a full stop goes: what is denied in one clause may be asked for in the next. */
export const clausesOf = (text: string): string[] =>
  text
    .split(BETWEEN)
    .map((clause) => clause.trim().replace(/\s+/g, ' '))
    .filter((clause) => clause !== '');
