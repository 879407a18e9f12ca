import { type RoutingRules, WORK_KINDS } from '../../../../../contract/index.js';
import { useLanguage } from '../../../i18n/i18n.js';
import { useSkillTexts } from '../../../skills/texts.js';
import { writeDuration } from '../../../sla/duration.js';
import { useRoutingTexts } from '../texts.js';
import { HEAD_STARTS } from './head-starts.js';
import type { Duration, RulesDraft } from './rules-draft.js';

/** Head starts and units as a reader knows them. */
export function useRuleWords() {
  const { locale, formats } = useLanguage();
  const texts = useRoutingTexts();
  const kinds = useSkillTexts();
  const written = (seconds: Duration) =>
    typeof seconds === 'number' ? writeDuration(seconds, locale) : (seconds ?? '–');
  return {
    written,
    headStartsInWords: (headStarts: RulesDraft['headStarts']) =>
      formats.list(HEAD_STARTS.map((key) => `${texts(`head.${key}`)} ${written(headStarts[key])}`)),
    unitsInWords: (units: RoutingRules['units']) =>
      formats.list(WORK_KINDS.map((kind) => `${kinds(`kind.${kind}`)} ${units[kind]}`)),
  };
}
