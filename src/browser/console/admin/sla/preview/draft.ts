import type { Ladders, PolicyTargets } from '../../../../../contract/index.js';
import type { SentDefinition } from '../calendars/calendar-draft.js';

/** What an editor holds that is not saved yet, for the preview to go by. */
export interface Draft {
  targets?: PolicyTargets;
  ladders?: Ladders;
  /** The calendar that is open, saved or not. */
  calendar?: SentDefinition;
  /** Something in it is not fit to be asked about. */
  isWrong?: boolean;
}
