import type { Locale } from '../../src/contract/index.js';
import { isHan } from '../../src/platform/search/index.js';
import * as heldOutAnswerable from './held-out/answerable.js';
import * as heldOutMoods from './held-out/moods.js';
import * as heldOutPersons from './held-out/persons.js';
import * as heldOutUnanswerable from './held-out/unanswerable.js';
import * as tunedAnswerable from './tuned/answerable.js';
import * as tunedMoods from './tuned/moods.js';
import * as tunedPersons from './tuned/persons.js';
import * as tunedUnanswerable from './tuned/unanswerable.js';

/**
 * How merchants and creators write to the bot, and what it ought to do, judged with the demo articles in hand. Two halves: the one
 * may be tuned to; the other was written first, in one go, and is only counted. A line is a kind or the slugs that answer, a colon, and
 * what was said; ` | ` stands between questions and ` // ` between messages of one question.
 */
export interface Judged {
  answerable: JudgedQuestion[];
  unanswerable: JudgedQuestion[];
  /** These want a person. */
  wantsPerson: string[];
  /** These sound like it and do not. */
  doesNot: string[];
  moods: { text: string; signs: JudgedSign[] }[];
}

export interface JudgedQuestion {
  text: string;
  locale: Locale;
  /** The articles of which any answers; none for the unanswerable. */
  slugs: string[];
  /** Of the unanswerable: why. */
  kind: string;
}

/** `threat`: of law or the public. `harm`: to themselves. */
export type JudgedSign = 'anger' | 'money' | 'threat' | 'harm';

export const HELD_OUT = judged({
  ...heldOutAnswerable,
  ...heldOutUnanswerable,
  ...heldOutPersons,
  ...heldOutMoods,
});
export const TUNED = judged({ ...tunedAnswerable, ...tunedUnanswerable, ...tunedPersons, ...tunedMoods });

function judged(of: Record<'ANSWERABLE' | 'UNANSWERABLE' | 'WANTS' | 'DOES_NOT' | 'MOODS', string>): Judged {
  return {
    answerable: entriesOf(of.ANSWERABLE).map(({ head, text }) => question(text, 'answerable', head.split(','))),
    unanswerable: entriesOf(of.UNANSWERABLE).map(({ head, text }) => question(text, head, [])),
    wantsPerson: lines(of.WANTS),
    doesNot: lines(of.DOES_NOT),
    moods: entriesOf(of.MOODS).map(({ head, text }) => ({
      text,
      signs: head === 'calm' ? [] : (head.split(',') as JudgedSign[]),
    })),
  };
}

function question(text: string, kind: string, slugs: string[]): JudgedQuestion {
  // Letters alone may be pinyin; then the customer's page is Chinese.
  const locale = isHan(text) || /\b(jiesuan|yanzhengma|tixian|denglu)\b/.test(text) ? 'zh-CN' : 'en';
  return { text, kind, slugs, locale };
}

function entriesOf(text: string): { head: string; text: string }[] {
  return lines(text).flatMap((line) => {
    const at = line.indexOf(': ');
    return line
      .slice(at + 2)
      .split(' | ')
      .map((said) => ({ head: line.slice(0, at), text: said.replaceAll(' // ', '\n') }));
  });
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}
