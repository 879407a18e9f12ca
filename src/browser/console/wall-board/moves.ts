import type { WallBoardCaseView, WallBoardView, WallBoardWaitingView } from '../../../contract/index.js';

/** Where a case is, or shall be: with one of a team's people, or in its queue. */
export interface Holder {
  teamId: string;
  staffId?: string;
}

/** A case that is moved, as it was seen. */
export interface MovedCase {
  number: string;
  subject: string;
  from: Holder;
}

export const isSameHolder = (a: Holder, b: Holder): boolean => a.teamId === b.teamId && a.staffId === b.staffId;

/** Where a case goes that is put on this person: it stays with its team when they are of it. */
export function holderOf(person: { id: string; teamIds: readonly string[] }, { from }: MovedCase): Holder | undefined {
  const teamId = person.teamIds.includes(from.teamId) ? from.teamId : person.teamIds[0];
  return teamId === undefined ? undefined : { teamId, staffId: person.id };
}

/** The board as it will be when the server agrees; its own answer soon takes the place of this. */
export function moved(board: WallBoardView, number: string, to: Holder): WallBoardView {
  const waits = board.waiting.find((each) => each.number === number);
  const holder = board.people.find(({ cases }) => cases.some((each) => each.number === number));
  const held = holder?.cases.find((each) => each.number === number);
  const units = held?.units ?? waits?.units ?? 0;
  const from = waits?.teamId ?? held?.teamId;
  const given = held ?? (waits && taken(waits, board.at));
  const people = board.people.map((person) => {
    if (person.id === holder?.id)
      return {
        ...person,
        load: person.load - (held?.released ? 0 : units),
        cases: person.cases.filter((each) => each.number !== number),
      };
    if (person.id !== to.staffId) return person;
    return {
      ...person,
      load: person.load + units,
      cases: given ? [...person.cases, { ...given, teamId: to.teamId }] : person.cases,
    };
  });
  return {
    ...board,
    people,
    waiting: board.waiting.filter((each) => each.number !== number),
    teams: board.teams.map((team) => ({
      ...team,
      waiting:
        team.waiting -
        (waits && team.id === from ? 1 : 0) +
        (to.staffId === undefined && team.id === to.teamId ? 1 : 0),
    })),
  };
}

/** What waited, in somebody's hands. */
function taken(waiting: WallBoardWaitingView, at: string): WallBoardCaseView {
  const { number, subject, teamId, priority, kind, units, waitingSince } = waiting;
  return { number, subject, teamId, priority, kind, units, status: 'open', since: at, waitsFor: 'staff', waitingSince };
}
