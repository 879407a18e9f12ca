import { REPLAY_DEEDS, type ReplayCounts, type ReplayDeed, type ReplayedDeed } from '../../../contract/index.js';
import type { Decision } from '../../dialogue/decision.js';

export const NOT_REACHED: ReplayedDeed = { deed: 'not_reached' };

/** A decision as people compare it. */
export function deedOf(decision: Decision): ReplayedDeed {
  switch (decision.do) {
    case 'hand_over':
      return { deed: 'handed_over', reason: decision.because };
    case 'answer': {
      const articles = decision.hits.map(({ article: { articleId, title } }) => ({ articleId, title }));
      if (articles.length === 0) return { deed: 'missed' };
      return { deed: decision.sure ? 'answered' : 'suggested', articles, confidence: decision.confidence };
    }
    case 'look_up':
      return { deed: 'looked_up' };
    case 'ask':
    case 'wait':
      return { deed: 'asked' };
    case 'say':
      return { deed: 'said' };
  }
}

/** Another confidence alone leads nobody elsewhere. */
export function isSameDeed(one: ReplayedDeed, other: ReplayedDeed): boolean {
  const ids = ({ articles = [] }: ReplayedDeed) => articles.map(({ articleId }) => articleId).join();
  return one.deed === other.deed && one.reason === other.reason && ids(one) === ids(other);
}

/** How many of each; of those handed over, by reason. */
export function countsOf(deeds: readonly ReplayedDeed[]): ReplayCounts {
  const counts = Object.fromEntries(REPLAY_DEEDS.map((deed) => [deed, 0])) as Record<ReplayDeed, number>;
  const reasons: ReplayCounts['reasons'] = {};
  for (const { deed, reason } of deeds) {
    counts[deed] += 1;
    if (reason) reasons[reason] = (reasons[reason] ?? 0) + 1;
  }
  return { deeds: counts, reasons };
}
