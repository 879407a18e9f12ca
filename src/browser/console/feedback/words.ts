import {
  FEEDBACK_KIND_WORDS,
  FEEDBACK_PERMISSIONS,
  FEEDBACK_STATUS_WORDS,
  type FeedbackDeed,
  type FeedbackKind,
  type FeedbackStatus,
} from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { useStaff } from '../session/session.js';
import { useAreas } from './queries.js';

/** What the closed lists are called, in the reader's language. */
export function useFeedbackWords() {
  const { pick } = useLanguage();
  const areas = useAreas().data?.items ?? [];
  return {
    kind: (kind: FeedbackKind) => pick(FEEDBACK_KIND_WORDS[kind]),
    status: (status: FeedbackStatus) => pick(FEEDBACK_STATUS_WORDS[status]),
    area: (key: string) => {
      const area = areas.find((each) => each.key === key);
      return area ? pick(area.name) : key;
    },
  };
}

/** Whether the reader may; the same table decides at the server. */
export function useMay(): (deed: FeedbackDeed) => boolean {
  const { role } = useStaff();
  return (deed) => FEEDBACK_PERMISSIONS[role].includes(deed);
}

export const BADGES: Record<FeedbackStatus, string> = {
  received: 'badge badge-info',
  planned: 'badge badge-warn',
  done: 'badge badge-ok',
  declined: 'badge',
};
