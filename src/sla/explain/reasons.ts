import { DateTime } from 'luxon';
import type { CalendarDefinition, DueReason } from '../../contract/index.js';
import { without } from '../calendar/working-time.js';
import type { Still } from '../clocks/stills.js';
import type { Calendar } from '../deadline.js';

/** Nobody reads more; what follows is one line. */
const MOST_STEPS = 40;
const MOST_DAYS = 20;
const DAY = 86_400_000;

export interface Counted {
  startedAt: Date;
  /** When it is due, or until when it has counted. */
  until: Date;
  calendar: Calendar;
  definitions: readonly CalendarDefinition[];
  pauses: readonly Still[];
}

/** How working time was counted between two moments: what was worked, when nobody did, and what did not count. */
export function countedSteps({ startedAt, until, calendar, definitions, pauses }: Counted): DueReason[] {
  const steps: DueReason[] = [];
  let at = startedAt;
  for (const span of without(calendar, pauses)(startedAt)) {
    if (span.from >= until) break;
    const from = span.from < startedAt ? startedAt : span.from;
    const to = span.to > until ? until : span.to;
    // Which days are special is told of those steps alone that are told.
    const told = steps.length < MOST_STEPS ? definitions : [];
    steps.push(...idle(at, from, pauses, told), worked(from, to, told));
    at = to;
  }
  return shortened(steps);
}

export const isWorking = (calendar: Calendar, at: Date): boolean => {
  for (const { from, to } of calendar(at)) return from <= at && at < to;
  return false;
};

const iso = (date: Date) => date.toISOString();

function worked(from: Date, to: Date, definitions: readonly CalendarDefinition[]): DueReason {
  const seconds = Math.round((to.getTime() - from.getTime()) / 1_000);
  const days = definitions.flatMap((definition) => specialDays(definition, from, from, true));
  return { step: 'worked', from: iso(from), to: iso(to), seconds, days };
}

/** A stretch in which nothing counts: pauses, and between them nobody works. */
function* idle(
  from: Date,
  to: Date,
  pauses: readonly Still[],
  definitions: readonly CalendarDefinition[],
): Generator<DueReason> {
  let at = from;
  for (const pause of pauses) {
    if (pause.from >= to || (pause.to && pause.to <= at)) continue;
    const begin = pause.from > at ? pause.from : at;
    if (begin > at) yield closed(at, begin, definitions);
    const end = pause.to && pause.to < to ? pause.to : to;
    yield { step: 'pause', from: iso(begin), ...(pause.to && { to: iso(end) }), because: pause.because };
    at = end;
  }
  if (to > at) yield closed(at, to, definitions);
}

function closed(from: Date, to: Date, definitions: readonly CalendarDefinition[]): DueReason {
  const days = definitions.flatMap((definition) => specialDays(definition, from, to, false));
  return { step: 'closed', from: iso(from), to: iso(to), days };
}

/** Special days of a calendar that lie in a stretch. */
function specialDays({ zone, specialDays }: CalendarDefinition, from: Date, to: Date, works: boolean) {
  const dates = new Set<string>();
  for (let at = from.getTime(); at < to.getTime() + DAY && dates.size < 400; at += DAY)
    dates.add(dateIn(zone, Math.min(at, to.getTime())));
  return specialDays
    .filter(({ date, hours }) => dates.has(date) && hours.length > 0 === works)
    .slice(0, MOST_DAYS)
    .map(({ date, name }) => ({ date, name }));
}

const dateIn = (zone: string, at: number): string => DateTime.fromMillis(at, { zone }).toFormat('yyyy-MM-dd');

function shortened(steps: DueReason[]): DueReason[] {
  if (steps.length <= MOST_STEPS) return steps;
  const rest = steps.slice(MOST_STEPS);
  const seconds = rest.reduce((sum, step) => sum + (step.step === 'worked' ? step.seconds : 0), 0);
  return [...steps.slice(0, MOST_STEPS), { step: 'more', count: rest.length, seconds }];
}
