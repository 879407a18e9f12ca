import { DEFAULT_SURGE_SETTINGS, type LocalizedText, type SurgeView } from '../../../../contract/index.js';
import { fromField, toField } from '../../promise/moments.js';
import type { SurgeInput } from './queries.js';

/** A surge as its form holds it; times as fields of the browser have them, in the reader's zone. */
export interface SurgeDraft {
  teamId: string | null;
  reason: string;
  /** Empty: now. */
  starts: string;
  /** Empty: until somebody ends it. */
  ends: string;
  capacityPercent: number;
  overflow: boolean;
  callBackFirst: boolean;
  liveFirst: boolean;
  botFirst: boolean;
  announces: boolean;
  announcement: LocalizedText;
}

const NO_WORDS: LocalizedText = { 'zh-CN': '', en: '' };

export const newDraft = (teamId: string | null): SurgeDraft => ({
  teamId,
  reason: '',
  starts: '',
  ends: '',
  ...DEFAULT_SURGE_SETTINGS,
  announces: true,
  announcement: DEFAULT_SURGE_SETTINGS.announcement ?? NO_WORDS,
});

export function draftOf({ version, teamId, reason, startsAt, endsAt, settings }: SurgeView) {
  const { announcement, ...rest } = settings;
  const draft: SurgeDraft = {
    teamId,
    reason,
    starts: toField(new Date(startsAt)),
    ends: endsAt ? toField(new Date(endsAt)) : '',
    ...rest,
    announces: announcement !== null,
    announcement: announcement ?? DEFAULT_SURGE_SETTINGS.announcement ?? NO_WORDS,
  };
  return { version, draft };
}

export type Gap = 'reason' | 'starts' | 'ends' | 'announcement';

/** What is missing, or cannot be. */
export function gapsOf({ reason, starts, ends, announces, announcement }: SurgeDraft): Gap[] {
  const [from, until] = [fromField(starts), fromField(ends)];
  const gaps: (Gap | false)[] = [
    reason.trim() === '' && 'reason',
    starts !== '' && !from && 'starts',
    ((ends !== '' && !until) || (from !== undefined && until !== undefined && until <= from)) && 'ends',
    announces && Object.values(announcement).some((words) => words.trim() === '') && 'announcement',
  ];
  return gaps.filter((gap) => gap !== false);
}

/** What is sent. Call it when there are no gaps. */
export function inputOf(draft: SurgeDraft): SurgeInput & { startsAt: string | null } {
  const { capacityPercent, overflow, callBackFirst, liveFirst, botFirst, announces, announcement } = draft;
  return {
    reason: draft.reason.trim(),
    startsAt: fromField(draft.starts)?.toISOString() ?? null,
    endsAt: fromField(draft.ends)?.toISOString() ?? null,
    settings: {
      capacityPercent,
      overflow,
      callBackFirst,
      liveFirst,
      botFirst,
      announcement: announces ? announcement : null,
    },
  };
}
