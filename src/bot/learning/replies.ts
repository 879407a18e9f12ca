import type { ReplyMark } from '../../contract/index.js';
import { isStep } from '../../help-center/index.js';
import { isHan } from '../../platform/search/index.js';

/** Characters from which on a reply explains something, rather than saying that one looks into it. */
const LONG = { chinese: 90, other: 280 };
const STEPS = 2;
/** In so many cases the same is said no longer by chance. */
export const OFTEN = 3;

/** What makes these replies, which say the same in so many cases, look like an article; none: nothing does. */
export function marksOf(bodies: readonly string[], cases: number): ReplyMark[] {
  const marks: ReplyMark[] = [];
  if (bodies.some((body) => body.split('\n').filter(isStep).length >= STEPS)) marks.push('steps');
  if (bodies.some(isLong)) marks.push('long');
  if (cases >= OFTEN && bodies.some((body) => letters(body) >= SHORTEST)) marks.push('often');
  return marks;
}

/** Thanks and greetings are said often as well. */
const SHORTEST = 12;

const letters = (body: string): number => [...body.replace(/[^\p{Letter}\p{Number}]/gu, '')].length;

const isLong = (body: string): boolean => letters(body) >= (isHan(body) ? LONG.chinese : LONG.other);
