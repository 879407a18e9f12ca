import { useState } from 'react';
import { LADDER_KEYS, type Ladders, type LadderView } from '../../../../../contract/index.js';
import { QueryState } from '../../../shared/query-state.js';
import { useLadderVersions } from '../queries.js';
import { AT_FIRST, MORE, VersionList } from '../version-list.js';
import { useLadderTexts } from './texts.js';
import { useRungWords } from './use-rung-words.js';

/** The versions of the ladders. @param current the newest, known already */
export function LadderHistory({ current, onTake }: { current: LadderView; onTake: (ladders: Ladders) => void }) {
  const [count, setCount] = useState(AT_FIRST);
  const texts = useLadderTexts();
  const { ladderName, ladderWords } = useRungWords();
  return (
    <QueryState query={useLadderVersions(current.version, count)}>
      {(items) => (
        <VersionList
          versions={items}
          count={count}
          onMore={() => setCount(count + MORE)}
          changes={(version, before) =>
            LADDER_KEYS.filter(
              (key) => before && JSON.stringify(before.ladders[key]) !== JSON.stringify(version.ladders[key]),
            ).map((key) => (
              <li key={key}>
                {texts('changed', {
                  ladder: ladderName(key),
                  before: ladderWords(before?.ladders[key] ?? []),
                  after: ladderWords(version.ladders[key]),
                })}
              </li>
            ))
          }
          onTake={({ ladders }) => onTake(ladders)}
        />
      )}
    </QueryState>
  );
}
