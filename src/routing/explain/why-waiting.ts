import type {
  FitnessView,
  Need,
  RoutingObstacle,
  RoutingStage,
  RoutingStrategy,
  WaitingReason,
} from '../../contract/index.js';

/** How somebody stands to a case that waits. */
export interface Fitness extends Omit<FitnessView, 'obstacles'> {
  kindPaused: boolean;
  offShift: boolean;
  full: boolean;
  kindFull: boolean;
  /** With empty hands they could hold it. */
  largeEnough: boolean;
  declined: boolean;
}

export interface WaitingCase {
  stage: RoutingStage;
  strategy: RoutingStrategy;
  /** Its team asks for required skills no more after a while. */
  relaxes: boolean;
}

const lacksRequired = (missing: readonly Need[]) => missing.some(({ required }) => required);

/** What keeps somebody from being given a case now, as the claim decides it. */
export function obstaclesOf(person: Fitness, stage: RoutingStage): RoutingObstacle[] {
  const { presence, offShift, kindPaused, full, kindFull, missing, declined } = person;
  const met: [RoutingObstacle, boolean][] = [
    ['offline', presence === 'offline'],
    ['busy', presence === 'busy'],
    ['off_shift', offShift],
    ['kind_paused', kindPaused],
    ['full', full],
    ['kind_full', kindFull],
    ['skills', stage === 'skills' && lacksRequired(missing)],
    ['declined', declined],
  ];
  return met.filter(([, holds]) => holds).map(([obstacle]) => obstacle);
}

/** Whether somebody could be given a case at all, were they there with empty hands; now, or when it has waited for long. */
const ableAtAll = ({ largeEnough, missing }: Fitness, { stage, relaxes }: WaitingCase) =>
  largeEnough && (stage !== 'skills' || relaxes || !lacksRequired(missing));

const AWAY: readonly RoutingObstacle[] = ['offline', 'busy', 'off_shift'];
const NO_ROOM: readonly RoutingObstacle[] = ['full', 'kind_full', 'kind_paused'];

/** Why nobody has it, of all reasons the one that somebody would have to change first. */
export function whyWaiting(waiting: WaitingCase, people: readonly Fitness[]): WaitingReason {
  if (waiting.strategy === 'manual' && waiting.stage !== 'overflow') return 'manual';
  if (people.length === 0) return 'nobody_in_team';
  if (!people.some((person) => ableAtAll(person, waiting))) return 'never';
  const met = people.map((person) => obstaclesOf(person, waiting.stage));
  if (met.some((obstacles) => obstacles.length === 0)) return waiting.strategy === 'manual' ? 'manual' : 'soon';
  const without = (kinds: readonly RoutingObstacle[], among: RoutingObstacle[][]) =>
    among.filter((obstacles) => !obstacles.some((one) => kinds.includes(one)));
  const there = without(AWAY, met);
  if (there.length === 0) return 'nobody_there';
  const skilled = without(['skills'], there);
  if (skilled.length === 0) return 'no_skills';
  return without(NO_ROOM, skilled).length === 0 ? 'all_full' : 'declined';
}
