import type { LadderKey, LadderRung, RungTime } from '../../../../../contract/index.js';
import { useLanguage } from '../../../i18n/i18n.js';
import { writeDuration } from '../../../sla/duration.js';
import { usePeople } from '../queries.js';
import { useLadderTexts } from './texts.js';

/** Rungs and ladders as a reader knows them. */
export function useRungWords() {
  const { t, locale, formats } = useLanguage();
  const texts = useLadderTexts();
  const people = usePeople().data?.items ?? [];
  const nameOf = (staffId: string) => people.find(({ id }) => id === staffId)?.name ?? texts('unknownPerson');
  const momentWords = (at: RungTime): string => {
    if ('percent' in at) return texts('atPercent', { percent: at.percent || 0 });
    if ('breach' in at) return texts('atBreach');
    return texts('atAfter', { duration: writeDuration((at.afterMinutes || 0) * 60, locale) });
  };
  const whomWords = (rung: LadderRung): string =>
    formats.list(rung.whom.map((person) => (typeof person === 'string' ? texts(person) : nameOf(person.staffId))));
  /** 75% 处理人、当班的人 · 超时 组长 */
  const ladderWords = (rungs: readonly LadderRung[]): string =>
    texts('rungs', {
      count: rungs.length,
      words: rungs.map((rung) => `${momentWords(rung.at)} ${whomWords(rung)}`).join(' · '),
    });
  const ladderName = (key: LadderKey): string => (key === 'P0' ? texts('P0') : t(`sla.${key}`));
  return { momentWords, ladderWords, ladderName, nameOf };
}
