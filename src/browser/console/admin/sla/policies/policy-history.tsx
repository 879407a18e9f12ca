import { useState } from 'react';
import type { PolicyTargets, PolicyView } from '../../../../../contract/index.js';
import { useLanguage } from '../../../i18n/i18n.js';
import { QueryState } from '../../../shared/query-state.js';
import { writeDuration } from '../../../sla/duration.js';
import { usePolicyVersions } from '../queries.js';
import { useSlaTexts } from '../texts.js';
import { AT_FIRST, MORE, VersionList } from '../version-list.js';
import { changesBetween, type Target } from './policy-draft.js';
import { useTargetName } from './use-target-name.js';

const LINES = 8;

/** The versions of the policy. @param current the newest, known already */
export function PolicyHistory({ current, onTake }: { current: PolicyView; onTake: (targets: PolicyTargets) => void }) {
  const [count, setCount] = useState(AT_FIRST);
  const { locale } = useLanguage();
  const texts = useSlaTexts();
  const targetName = useTargetName();
  const written = (value: Target) => (typeof value === 'number' ? writeDuration(value, locale) : texts('nothing'));
  return (
    <QueryState query={usePolicyVersions(current.version, count)}>
      {(items) => (
        <VersionList
          versions={items}
          count={count}
          onMore={() => setCount(count + MORE)}
          changes={(version, before) => {
            if (!before) return [];
            const changed = changesBetween(before.targets, version.targets);
            const lines = changed.slice(0, LINES).map((change) => (
              <li key={change.key}>
                {targetName(change.key)}
                {texts('colon')}
                {written(change.before)} → <b>{written(change.after)}</b>
              </li>
            ));
            if (changed.length > LINES)
              lines.push(<li key="more">{texts('moreChanges', { count: changed.length - LINES })}</li>);
            return lines;
          }}
          onTake={({ targets }) => onTake(targets)}
        />
      )}
    </QueryState>
  );
}
