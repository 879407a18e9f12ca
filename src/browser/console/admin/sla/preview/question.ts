import type { Ladders, PolicyTargets, Priority, ShopTier, SlaMode, Timestamp } from '../../../../../contract/index.js';
import type { SentDefinition } from '../calendars/calendar-draft.js';
import type { Draft } from './draft.js';

/** Of the calendar that is being edited, rather than of a team. */
export const THIS_CALENDAR = 'this';

/** What the reader imagines. `openedAt`: wall time in the reader's zone, `2026-11-20T18:20`; empty while it is being typed. */
export interface Imagined {
  tier: ShopTier;
  priority: Priority;
  mode: SlaMode;
  teamId: string;
  openedAt: string;
}

/** What the server is asked. */
export interface Question {
  tier: ShopTier;
  priority: Priority;
  mode: SlaMode;
  openedAt: Timestamp;
  teamId?: string;
  targets?: PolicyTargets;
  ladders?: Ladders;
  calendar?: SentDefinition;
}

const FRIDAY = 5;

/** Somebody writes when most have gone home: the next Friday, 18:20. @param now milliseconds since the epoch */
export function firstImagined(now: number): Imagined {
  const day = new Date(now);
  day.setDate(day.getDate() + ((FRIDAY - day.getDay() + 7) % 7));
  const two = (value: number) => String(value).padStart(2, '0');
  const date = `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
  return { tier: 'premium', priority: 'P1', mode: 'asynchronous', teamId: THIS_CALENDAR, openedAt: `${date}T18:20` };
}

/** Undefined while there is nothing to ask. */
export function questionOf(imagined: Imagined, { targets, ladders, calendar, isWrong }: Draft): Question | undefined {
  const openedAt = new Date(imagined.openedAt);
  if (isWrong || Number.isNaN(openedAt.getTime())) return undefined;
  const { tier, priority, mode, teamId } = imagined;
  return {
    tier,
    priority,
    mode,
    openedAt: openedAt.toISOString(),
    ...(targets && { targets }),
    ...(ladders && { ladders }),
    ...(teamId === THIS_CALENDAR ? calendar && { calendar } : { teamId }),
  };
}
