import type { Locale, TicketStatus } from '../../../contract/index.js';
import type { Dialogue, Line, SubCategoryTexts } from '../../demo-content/index.js';
import type { Dice } from './dice.js';
import type { Ending } from './script.js';

/** Dialogues that come to this, best first; the others are cut where they fit. */
const SUITS: Partial<Record<Ending, readonly TicketStatus[]>> = {
  closed: ['closed', 'resolved'],
  resolved: ['resolved', 'closed'],
  pending: ['pending'],
  on_hold: ['on_hold'],
};

/** What is said between the customer and people, as far as the ending goes. */
export function pickDialogue(dice: Dice, texts: SubCategoryTexts, locale: Locale, ending: Ending): Line[] {
  const own = texts.dialogues.filter((dialogue) => dialogue.locale === locale);
  const suiting = own.filter(({ ends }) => SUITS[ending]?.includes(ends));
  const list = `${ending} ${texts.subCategory} ${locale}`;
  const { lines } = dice.deal<Dialogue>(list, suiting.length > 0 ? suiting : own);
  if (suiting.length > 0) return [...lines];
  if (ending === 'asked') return until(dice, lines, 'customer', 2);
  if (ending === 'waiting' || ending === 'cancelled') return until(dice, lines, 'staff', 1);
  return until(dice, lines, 'staff', 3);
}

/** Ends at a line of theirs, from this position on; at the last of theirs when there is none so late. */
function until(dice: Dice, lines: readonly Line[], by: Line['by'], from: number): Line[] {
  const positions = [...lines.keys()].filter((position) => lines[position]?.by === by);
  const late = positions.filter((position) => position >= from);
  return lines.slice(0, (late.length > 0 ? dice.pick(late) : (positions.at(-1) ?? 0)) + 1);
}
