import type { BotOutcome } from '../../contract/index.js';

/** For so long after the last word of a conversation a contact with a person counts against it. */
export const SETTLING_HOURS = 72;
export const SETTLING_MILLISECONDS = SETTLING_HOURS * 3_600_000;

/** What is known of a conversation with the bot at one moment. */
export interface DialogueFacts {
  /** A case came of it, by whatever way. */
  handedOver: boolean;
  /** What the customer said last of an answer. */
  word: 'helped' | 'not_helped' | null;
  /** An article was given or suggested, or a look-up found something. */
  answered: boolean;
  /** A case of theirs on the same category was opened, or opened again, within the 72 h. */
  contacted: boolean;
  /** When something was asked or answered last. */
  lastAt: Date;
  now: Date;
}

/**
 * What came of it. The first line that fits counts, so that each conversation is exactly one of these:
 *
 * | | case of it | customer's last word | answered | contact in 72 h | decided |
 * |---|---|---|---|---|---|
 * | `handed_over` | yes | any | any | any | at once, whatever was decided before |
 * | `confirmed` | no | helped | any | any; it is shown beside as having come back | at once |
 * | (nothing yet) | no | not helped, or none | any | any | before 72 h have passed since the last word |
 * | `presumed` | no | none | yes | no | after 72 h |
 * | `abandoned` | no | not helped | any | any | after 72 h: what does not help is no answer |
 * | `abandoned` | no | none | no | any | after 72 h |
 * | `abandoned` | no | none | yes | yes | after 72 h: who turns to a person was not helped, shown beside |
 *
 * Contact is a case, opened or opened again by any channel, of the same person (the customer whom they became, or one with
 * the same verified address or telephone) on the same category; where one of the two categories is not known it counts. A
 * further conversation with the bot is none: it is counted by itself, as having asked again. A conversation that goes on
 * after 72 h is decided anew 72 h later; until then what was decided stands.
 */
export function outcomeOf({
  handedOver,
  word,
  answered,
  contacted,
  lastAt,
  now,
}: DialogueFacts): BotOutcome | undefined {
  if (handedOver) return 'handed_over';
  if (word === 'helped') return 'confirmed';
  if (now.getTime() - lastAt.getTime() < SETTLING_MILLISECONDS) return undefined;
  return answered && word === null && !contacted ? 'presumed' : 'abandoned';
}
