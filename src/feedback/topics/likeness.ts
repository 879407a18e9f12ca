import { analyse } from '../../help-center/index.js';
import { fold, isHan, runs } from '../../platform/search/index.js';

/** Of a longer text the beginning says what it is about. */
const COMPARED = 600;
const MOST_UNITS = 200;

/** Above this somebody should look whether two say the same. */
export const ALIKE = 0.2;

/** What people say in front of every wish tells nothing of what they wish. */
const FILLERS =
  /希望|建议|可以|可不可以|能不能|能否|是否|想要|需要|支持|增加|添加|功能|应该|什么时候|为什么|怎么|有没有|没有|一个|这个|那个|我们|你们|[请吗呢吧啊呀了的是有我太很都也就还]/g;

/** What words are about, to find others like them: meanings, words that carry a subject, and pairs of Chinese characters. */
export function unitsOf(words: string): string[] {
  const text = words.slice(0, COMPARED);
  const units = new Set<string>(analyse(text));
  for (const run of runs(fold(text)).filter(isHan))
    for (const part of run.split(FILLERS))
      for (let at = 0; at + 1 < part.length; at += 1) units.add(part.slice(at, at + 2));
  for (const filler of text.match(FILLERS) ?? []) units.delete(filler);
  return [...units].slice(0, MOST_UNITS);
}

/** How much two share of what the shorter of them is about, weighed against all of both; 0 to 1. */
export function likeness(one: readonly string[], other: readonly string[]): number {
  const known = new Set(one);
  const shared = other.filter((unit) => known.has(unit)).length;
  const least = Math.min(one.length, other.length);
  const all = one.length + other.length - shared;
  return least === 0 ? 0 : Math.sqrt((shared / least) * (shared / all));
}
