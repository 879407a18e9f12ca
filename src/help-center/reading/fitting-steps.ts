import { fold } from '../../platform/search/index.js';
import type { ArticlePart } from '../markdown/passages.js';
import { analyse, type Unit } from '../search/analyse.js';

/** A heading that says no more than that here one does something names nothing of its own. */
const PROCEDURAL = analyse(
  '步骤 操作 流程 方法 做法 顺序 马上 先做 这样 打开 申请 提交 导出 设置 处理 检查 自查 核对 排查 依次 办理 恢复 安排 找到 依据 几项 ' +
    'steps step order apply set up switch open check find grounds three four first use way guide procedure instructions put right make quick quicker',
);
/** What one should have at hand for us, and when to come, is nothing to do in the customer's place. */
const FOR_US = /找我们|联系我们|联系客服|联系前|contact us|write to us/iu;
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
 * The steps of that part of an article which has most to do with a question, in the words by which the search knows both; where none has
 * to do with it, those of its first part, which answers the title. None when a part that has no list is meant.
 */
export function fittingSteps(
  { title, parts }: { title: string; parts: readonly ArticlePart[] },
  question: string,
): { steps: string[]; heading?: string } {
  const asked = analyse(question);
  const whole = analyse(title);
  const folded = fold(question);
  const weighed = parts.filter(({ heading }) => !FOR_US.test(heading)).map((part) => weigh(part, asked, whole));
  const best = weighed
    .filter(({ steps, fit }) => steps.length > 0 && fit > UNFIT)
    .reduce<Weighed | undefined>((one, other) => (one && one.fit >= other.fit ? one : other), undefined);
  const told = best ?? weighed[0];
  if (!told || told.steps.length === 0) return { steps: [] };
  const isSaid = ({ heading }: Weighed) => heading !== '' && folded.includes(fold(heading));
  const isMeant = (part: Weighed) =>
    part.steps.length === 0 && (part.own > (best?.own ?? 0) || (isSaid(part) && !isSaid(told)));
  if (weighed.some(isMeant)) return { steps: [] };
  return { steps: told.steps, ...(told.heading !== '' && { heading: told.heading }) };
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
