import { fold } from '../../platform/search/index.js';
import type { ArticlePart } from '../markdown/passages.js';
import { analyse, type Unit } from '../search/analyse.js';

/** A heading that says no more than that here one does something names nothing of its own. */
const PROCEDURAL = analyse(
  '步骤 操作 流程 方法 做法 顺序 马上 先做 这样 打开 申请 提交 导出 设置 处理 检查 排查 依次 办理 恢复 安排 steps step order apply set switch open check first use way guide procedure instructions put right make quick quicker',
);
const UNFIT = -1;
/** What a heading says beyond the question counts against it: a word half as much as what they share for it. */
const WORD_BESIDE = 0.5;
const MEANING_BESIDE = 1;

interface Weighed extends ArticlePart {
  /** What heading and question share, beyond what the article is about as a whole. */
  own: number;
  shared: number;
  fit: number;
}

/**
 * The steps of that part of an article which has most to do with a question, in the words by which the search knows both. None
 * when every list is about something else, or when the part that is meant has no list.
 */
export function fittingSteps(
  { title, parts }: { title: string; parts: readonly ArticlePart[] },
  question: string,
): { steps: string[]; heading?: string } {
  const asked = analyse(question);
  const whole = analyse(title);
  const weighed = parts.map((part) => weigh(part, asked, whole));
  const best = weighed
    .filter(({ steps, fit }) => steps.length > 0 && fit > UNFIT)
    .reduce<Weighed | undefined>((one, other) => (one && one.fit >= other.fit ? one : other), undefined);
  if (!best) return { steps: [] };
  const folded = fold(question);
  const isMeant = ({ steps, own, heading }: Weighed) =>
    steps.length === 0 && (own > best.own || (heading !== '' && folded.includes(fold(heading))));
  if (weighed.some(isMeant)) return { steps: [] };
  return { steps: best.steps, ...(best.heading !== '' && { heading: best.heading }) };
}

function weigh(part: ArticlePart, asked: ReadonlySet<Unit>, whole: ReadonlySet<Unit>): Weighed {
  const named = [...analyse(part.heading)];
  const shared = named.filter((unit) => asked.has(unit)).length;
  const isOwn = (unit: Unit) => asked.has(unit) && !whole.has(unit);
  const beside = named
    .filter((unit) => !asked.has(unit) && !whole.has(unit) && !PROCEDURAL.has(unit))
    .reduce((sum, unit) => sum + (unit.startsWith('§') ? MEANING_BESIDE : WORD_BESIDE), 0);
  const wanted = [...asked].filter((unit) => !whole.has(unit));
  const told = analyse(part.steps.join('\n'));
  const isTold = wanted.length > 0 && wanted.every((unit) => told.has(unit));
  const fits = shared >= beside || isTold;
  return {
    ...part,
    own: named.filter(isOwn).length + (isTold ? 1 : 0),
    shared,
    fit: fits ? Math.max(0, shared - beside) + (isTold ? 1 : 0) : UNFIT,
  };
}
