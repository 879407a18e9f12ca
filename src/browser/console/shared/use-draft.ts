import { useState } from 'react';
import { changedFields, type Rebased, rebase } from './draft.js';

interface State<Draft> {
  version: number;
  base: Draft;
  mine: Draft;
  conflict?: Rebased<Draft>;
}

/** A row as a form edits it. */
export interface ServerDraft<Draft> {
  version: number;
  draft: Draft;
}

export type DraftHandle<Draft extends object> = ReturnType<typeof useDraft<Draft>>;

/**
 * What is being typed into a form, on top of what the server has. When the server's version moves on, what was typed stays: fields
 * that the other editor alone changed follow theirs, and those that both changed are told as `conflict`.
 */
export function useDraft<Draft extends object>(server: ServerDraft<Draft>) {
  const { version, draft } = server;
  const [held, setState] = useState<State<Draft>>({ version, base: draft, mine: draft });
  const state = held.version >= version ? held : follow(held, server);
  if (state !== held) setState(state);

  return {
    draft: state.mine,
    /** The version to send with a save. */
    version: state.version,
    isDirty: changedFields(state.base, state.mine).length > 0,
    /** Fields that somebody else has changed to another value than mine. */
    conflicts: state.conflict?.conflicts ?? [],
    theirs: state.base,
    set(change: Partial<Draft>): void {
      setState((current) => ({ ...current, mine: { ...current.mine, ...change } }));
    },
    keepMine(): void {
      setState((current) => ({ ...current, conflict: undefined }));
    },
    takeTheirs(): void {
      setState((current) => {
        const mine = { ...current.mine };
        for (const field of current.conflict?.conflicts ?? []) mine[field] = current.base[field];
        return { ...current, mine, conflict: undefined };
      });
    },
    reset(): void {
      setState((current) => ({ ...current, mine: current.base, conflict: undefined }));
    },
    /** After a save: what the server has now is the ground that one types on. */
    saved(now: ServerDraft<Draft>): void {
      setState({ version: now.version, base: now.draft, mine: now.draft });
    },
  };
}

/** What I typed, on top of what the server has now. */
function follow<Draft extends object>(state: State<Draft>, server: ServerDraft<Draft>): State<Draft> {
  const rebased = rebase(state.base, state.mine, server.draft);
  const conflict = rebased.conflicts.length > 0 ? rebased : undefined;
  return { version: server.version, base: server.draft, mine: rebased.draft, conflict };
}
