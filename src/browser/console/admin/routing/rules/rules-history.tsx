import { type ReactNode, useState } from 'react';
import { type RoutingRules, type RoutingRulesView, WORK_KINDS } from '../../../../../contract/index.js';
import { QueryState } from '../../../shared/query-state.js';
import { useSkillTexts } from '../../../skills/texts.js';
import { AT_FIRST, MORE, VersionList } from '../../sla/version-list.js';
import { useRuleVersions } from '../queries.js';
import { useRoutingTexts } from '../texts.js';
import { HEAD_STARTS } from './head-starts.js';
import { needsBeyond } from './rules-draft.js';
import { useNeedWords } from './use-need-words.js';
import { useRuleWords } from './use-rule-words.js';

/** The versions of the rules. @param current the newest, known already */
export function RulesHistory({
  current,
  onTake,
}: {
  current: RoutingRulesView;
  onTake: (rules: RoutingRules) => void;
}) {
  const [count, setCount] = useState(AT_FIRST);
  const changes = useChanges();
  return (
    <QueryState query={useRuleVersions(current.version, count)}>
      {(items) => (
        <VersionList
          versions={items}
          count={count}
          onMore={() => setCount(count + MORE)}
          changes={(version, before) => (before ? changes(before.rules, version.rules) : [])}
          onTake={({ rules }) => onTake(rules)}
        />
      )}
    </QueryState>
  );
}

/** What became different from one version to the next. */
function useChanges(): (before: RoutingRules, after: RoutingRules) => ReactNode[] {
  const texts = useRoutingTexts();
  const kinds = useSkillTexts();
  const words = useNeedWords();
  const { written } = useRuleWords();
  const line = (key: string, name: string, before: string, after: string) => (
    <li key={key}>
      {name} {before} → <b>{after}</b>
    </li>
  );
  return (before, after) => [
    ...HEAD_STARTS.filter((key) => before.headStarts[key] !== after.headStarts[key]).map((key) =>
      line(
        key,
        texts('changeHead', { name: texts(`head.${key}`) }),
        written(before.headStarts[key]),
        written(after.headStarts[key]),
      ),
    ),
    ...WORK_KINDS.filter((kind) => before.units[kind] !== after.units[kind]).map((kind) =>
      line(
        kind,
        texts('changeUnits', { name: kinds(`kind.${kind}`) }),
        String(before.units[kind]),
        String(after.units[kind]),
      ),
    ),
    ...needsBeyond(before.needs, after.needs).map((need) => (
      <li key={`-${words(need)}`}>{texts('removed', { need: words(need) })}</li>
    )),
    ...needsBeyond(after.needs, before.needs).map((need) => (
      <li key={`+${words(need)}`}>{texts('added', { need: words(need) })}</li>
    )),
  ];
}
