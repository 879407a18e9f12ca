import type {
  ConsideredView,
  Need,
  RoutingReason,
  RoutingStage,
  RoutingStrategy,
  WorkKind,
} from '../../contract/index.js';

/** Somebody of a team who is there and has any room. */
export interface Person {
  staffId: string;
  /** Units in use, and in all. */
  load: number;
  capacity: number;
  kindLoads: Partial<Record<WorkKind, number>>;
  kindLimits: Partial<Record<WorkKind, number>>;
  pausedKinds: WorkKind[];
  skills: Record<string, number>;
  /** Since they were last given something, or last had something settled; null: never. */
  idleSeconds: number | null;
  /** Who is next by turn, by the team's strategy; no two have the same. */
  turn: number;
}

/** A case that waits, and that somebody of the team may be given. */
export interface WaitingCase {
  ticketId: string;
  teamId: string;
  kind: WorkKind;
  units: number;
  stage: RoutingStage;
  needs: Need[];
  /** The shop's account manager, then who served this customer last. */
  preferred: (string | null)[];
  /** Who have declined it and are not given it again yet. */
  declined: string[];
}

type Considered = Omit<ConsideredView, 'name'>;

/** Why somebody was given a case, as `RoutedView` tells it. */
export interface Because {
  reason: RoutingReason;
  stage: RoutingStage;
  considered: number;
  chosen: Considered;
  others: Considered[];
  missing: Need[];
}

/** One case for one person. */
export interface Gift {
  ticketId: string;
  formerTeamId: string;
  staffId: string;
  because: Because;
  /** Units they have in use with it. */
  load: number;
}

interface Fit {
  person: Person;
  favour: number;
  met: number;
}

const OTHERS_TOLD = 5;
const FAVOURS: readonly RoutingReason[] = ['account_manager', 'last_agent'];

/**
 * Who is given what, one case after the other, each seeing what those before it have given: the first that somebody can take
 * goes to who fits it best. Account manager, then who served the customer last, then who meets most of its needs, then by the
 * strategy of the team. What nobody can take is passed over.
 * @param waiting in the order of the queue
 */
export function assign(
  waiting: readonly WaitingCase[],
  people: readonly Person[],
  strategy: Exclude<RoutingStrategy, 'manual'>,
): Gift[] {
  const team = people.map((person) => ({ ...person, kindLoads: { ...person.kindLoads } }));
  let turn = Math.max(0, ...people.map((person) => person.turn));
  const share = ({ load, capacity }: Person) => (strategy === 'balanced' ? load / capacity : 0);
  const before = (a: Fit, b: Fit) =>
    a.favour - b.favour || b.met - a.met || share(a.person) - share(b.person) || a.person.turn - b.person.turn;
  const gifts: Gift[] = [];
  for (const one of waiting) {
    const { first, considered } = fittest(one, team, before);
    const [chosen, ...others] = first;
    if (!chosen) continue;
    const { person } = chosen;
    const because = {
      ...why(chosen, others, strategy),
      considered,
      stage: one.stage,
      missing: one.needs.filter((need) => !meets(person, need)),
    };
    person.load += one.units;
    person.kindLoads[one.kind] = (person.kindLoads[one.kind] ?? 0) + one.units;
    person.idleSeconds = 0;
    person.turn = ++turn;
    gifts.push({
      ticketId: one.ticketId,
      formerTeamId: one.teamId,
      staffId: person.staffId,
      because,
      load: person.load,
    });
  }
  return gifts;
}

/** The same as `FITS` in SQL, which is asked once more when it is given. */
function fits({ kind, units, stage, needs, declined }: WaitingCase, person: Person): boolean {
  const limit = person.kindLimits[kind];
  return (
    person.load + units <= person.capacity &&
    (limit === undefined || (person.kindLoads[kind] ?? 0) + units <= limit) &&
    !person.pausedKinds.includes(kind) &&
    (stage !== 'skills' || needs.every((need) => !need.required || meets(person, need))) &&
    !declined.includes(person.staffId)
  );
}

function fitOf({ needs, preferred }: WaitingCase, person: Person): Fit {
  const place = preferred.indexOf(person.staffId);
  const met = needs.filter((need) => meets(person, need)).length;
  return { person, favour: place < 0 ? FAVOURS.length : place, met };
}

const meets = ({ skills }: Person, { skill, minimum }: Need) => (skills[skill] ?? -1) >= minimum;

/** Whoever is chosen and the next few, who are told with it; and how many could have been. */
function fittest(one: WaitingCase, team: readonly Person[], before: (a: Fit, b: Fit) => number) {
  const first: Fit[] = [];
  let considered = 0;
  for (const person of team) {
    if (!fits(one, person)) continue;
    considered += 1;
    const fit = fitOf(one, person);
    let place = first.length;
    while (place > 0 && before(fit, first[place - 1] as Fit) < 0) place -= 1;
    if (place > OTHERS_TOLD) continue;
    first.splice(place, 0, fit);
    first.length = Math.min(first.length, 1 + OTHERS_TOLD);
  }
  return { first, considered };
}

function why(chosen: Fit, others: readonly Fit[], strategy: RoutingReason) {
  const [next] = others;
  // Nobody without a favour comes before who has one: so the next meets as much as any other.
  const bySkills = next && next.met < chosen.met;
  return {
    reason: FAVOURS[chosen.favour] ?? (!next ? 'only_one' : bySkills ? 'skills' : strategy),
    chosen: numbersOf(chosen),
    others: others.map(numbersOf),
  };
}

function numbersOf({ person: { staffId, load, capacity, idleSeconds }, met }: Fit): Considered {
  return { staffId, load, capacity, needsMet: met, idleSeconds };
}
