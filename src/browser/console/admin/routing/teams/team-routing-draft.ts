import type { TeamRoutingSettings, TeamRoutingView } from '../../../../../contract/index.js';

/** Seconds, null for none, or what was typed while it cannot be read. */
export type Duration = number | null | string;

/** The settings as they are typed; all durations in seconds. */
export interface TeamRoutingDraft
  extends Omit<
    TeamRoutingSettings,
    'answerWithinSeconds' | 'relaxAfterSeconds' | 'overflowAfterSeconds' | 'releaseAfterMinutes'
  > {
  answerWithinSeconds: Duration;
  relaxAfterSeconds: Duration;
  overflowAfterSeconds: Duration;
  releaseAfter: Duration;
}

export const serverDraft = (view: TeamRoutingView): { version: number; draft: TeamRoutingDraft } => {
  const { teamId: _, warnings: __, version, releaseAfterMinutes, ...rest } = view;
  return { version, draft: { ...rest, releaseAfter: releaseAfterMinutes === null ? null : releaseAfterMinutes * 60 } };
};

/** Undefined while a duration cannot be read. */
export function settingsOf(draft: TeamRoutingDraft): TeamRoutingSettings | undefined {
  const { releaseAfter, answerWithinSeconds, relaxAfterSeconds, overflowAfterSeconds, ...rest } = draft;
  if (
    typeof releaseAfter === 'string' ||
    typeof answerWithinSeconds === 'string' ||
    typeof relaxAfterSeconds === 'string' ||
    typeof overflowAfterSeconds === 'string'
  )
    return undefined;
  return {
    ...rest,
    answerWithinSeconds,
    relaxAfterSeconds,
    overflowAfterSeconds,
    releaseAfterMinutes: releaseAfter === null ? null : releaseAfter / 60,
  };
}
