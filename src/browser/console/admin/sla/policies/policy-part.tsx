import type { ReactNode } from 'react';
import { QueryState } from '../../../shared/query-state.js';
import type { Draft } from '../preview/draft.js';
import { usePolicy, usePresets } from '../queries.js';
import { PolicyEditor } from './policy-editor.js';

/** The policy that is current. */
export function PolicyPart({ preview }: { preview: (draft: Draft) => ReactNode }) {
  const policy = usePolicy();
  const presets = usePresets();
  return (
    <QueryState query={presets}>
      {({ items }) => (
        <QueryState query={policy}>
          {(current) => <PolicyEditor policy={current} presets={items} preview={preview} />}
        </QueryState>
      )}
    </QueryState>
  );
}
