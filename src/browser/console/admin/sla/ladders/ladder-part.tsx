import type { ReactNode } from 'react';
import { QueryState } from '../../../shared/query-state.js';
import type { Draft } from '../preview/draft.js';
import { useLadders } from '../queries.js';
import { LadderEditor } from './ladder-editor.js';

/** The ladders that are current. */
export function LadderPart({ preview }: { preview: (draft: Draft) => ReactNode }) {
  return (
    <QueryState query={useLadders()}>{(current) => <LadderEditor current={current} preview={preview} />}</QueryState>
  );
}
