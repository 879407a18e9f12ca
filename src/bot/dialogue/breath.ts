import { isHan } from '../../platform/search/index.js';
import type { SaidMessage } from './situation.js';

/** Nobody sees a question and begins to answer it sooner, milliseconds. */
const READING = 1_000;
/** Nobody writes faster, characters a second. */
const FASTEST = { chinese: 4, letters: 10 };
/** However long it is: it may have been pasted. */
const LONGEST = 6_000;

/** Whether a message was begun before the question above it could be read: it goes on with what was said before. Pure. */
export function beganBefore({ text, at }: SaidMessage, askedAt: string): boolean {
  const writing = (text.length / (isHan(text) ? FASTEST.chinese : FASTEST.letters)) * 1_000;
  return Date.parse(at) - Date.parse(askedAt) < Math.min(LONGEST, READING + writing);
}
