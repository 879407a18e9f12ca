import { LIMITS } from '../../../contract/index.js';
import { FOLLOW_UPS } from './plans.js';
import { type Played, play, type Stage } from './play.js';
import { before, DAY, MINUTE } from './rhythm.js';
import { type Plan, type Props, write } from './script.js';
import type { Story } from './story.js';

/** In which a story that goes on from an older one has its beginning and its end. */
const ROOM_DAYS = 4;

/** Writes the stories of all plans and plays them in the order in which they began. */
export function direct(plans: readonly Plan[], now: Date, props: Props, stage: Omit<Stage, 'dice'>): Played[] {
  const { dice } = props;
  const told = plans.map((plan) => ({ plan, story: inTime(plan, now, props) }));
  const stories = [...told.map(({ story }) => story), ...goOn(told, now, props)];
  stories.sort((a, b) => a.startedAt.getTime() - b.startedAt.getTime());
  const played = stories.map((story) => play(story, now, { ...stage, dice }));
  countLoads(played, props.capacity);
  return played;
}

const endOf = (story: Story): number => story.steps.at(-1)?.at.getTime() ?? 0;

/** A story that would end after now happened some days earlier instead. */
function inTime(plan: Plan, now: Date, props: Props): Story {
  const story = write(plan, props);
  const end = new Date(endOf(story));
  const shift = end.getTime() - before(end, now.getTime()).getTime();
  if (shift === 0) return story;
  const earlier = (at: Date) => new Date(at.getTime() - shift);
  return {
    ...story,
    startedAt: earlier(story.startedAt),
    steps: story.steps.map((step) => ({ ...step, at: earlier(step.at) })),
  };
}

/** Some who were helped come back when it is too late to open the old case again. */
function goOn(told: { plan: Plan; story: Story }[], now: Date, props: Props): Story[] {
  const latest = now.getTime() - (LIMITS.reopenDays + ROOM_DAYS) * DAY;
  const old = told.filter(({ plan, story }) => plan.ending === 'closed' && !plan.reopened && endOf(story) < latest);
  return old.slice(0, FOLLOW_UPS).map(({ plan, story }) => {
    const earliest = endOf(story) + LIMITS.reopenDays * DAY + MINUTE;
    const startedAt = new Date(earliest + Math.floor(props.dice.next() * DAY));
    return inTime({ ...plan, late: false, when: { startedAt }, followUpOf: story }, now, props);
  });
}

/** What each routed line says of how much its person held by then, themselves included. */
function countLoads(played: readonly Played[], capacity: number): void {
  const changes = played.flatMap(({ ticket }) => ticket?.held ?? []);
  changes.sort((a, b) => a.at.getTime() - b.at.getTime() || a.change - b.change);
  const loads = new Map<string, number>();
  for (const { staffId, change, says } of changes) {
    const load = Math.max(0, (loads.get(staffId) ?? 0) + change);
    loads.set(staffId, load);
    if (says) says.load = Math.min(capacity, Math.max(1, load));
  }
}
