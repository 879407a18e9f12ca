import type { SortDirection, TicketSort } from '../../src/contract/index.js';
import type { StaffPrincipal } from '../../src/people/index.js';
import type { TestApp } from './app.js';

/** What the table may be asked, as the address says it; undefined is left out. */
export type Question = Partial<Record<string, string>> & { sort?: TicketSort; direction?: SortDirection };

export interface PlainTicket {
  id: string;
  number: string;
  subject: string;
  status: string;
  teamId: string;
  assigneeId: string | null;
  category: string | null;
  subCategory: string | null;
  nature: string | null;
  priority: string;
  tier: string;
  siteId: string;
  rating: number | null;
  dueKind: string | null;
  escalated: boolean;
  /** Microseconds since 1970: what the database sorts by. */
  opened: number;
  updated: number;
  due: number | null;
  dueStarted: number | null;
  paused: boolean;
  reopened: number | null;
  names: string;
  watchers: string[];
}

const micros = (column: string) => `floor(extract(epoch FROM ${column}) * 1000000)::float8`;

/** Everything there is, to be filtered by hand. */
export function allTickets(desk: TestApp): Promise<PlainTicket[]> {
  return desk.database.query<PlainTicket & Record<string, unknown>>(`
    SELECT t.id, t.number, t.subject, t.status, t.team_id AS "teamId", t.assignee_id AS "assigneeId", t.category,
           t.sub_category AS "subCategory", t.nature, t.priority, t.tier, t.site_id AS "siteId", t.rating_score AS rating,
           t.next_due_kind AS "dueKind", t.escalated_at IS NOT NULL AS escalated, ${micros('t.opened_at')} AS opened,
           ${micros('t.last_activity_at')} AS updated, ${micros('t.next_due_at')} AS due,
           ${micros('t.next_due_started_at')} AS "dueStarted", t.paused_at IS NOT NULL AS paused,
           ${micros('t.reopened_at')} AS reopened, concat_ws(' ', c.name, s.name) AS names,
           ARRAY(SELECT staff_id::text FROM ticket_watchers w WHERE w.ticket_id = t.id) AS watchers
      FROM tickets t JOIN customers c ON c.id = t.customer_id LEFT JOIN shops s ON s.id = t.shop_id`);
}

/** Numbers in order, the slow and plain way. @param now microseconds */
export function expected(
  tickets: readonly PlainTicket[],
  reader: StaffPrincipal,
  { sort = 'updated', direction = 'desc', ...asked }: Question,
  now: number,
): string[] {
  const sign = direction === 'asc' ? 1 : -1;
  const key = ({ priority, opened, updated, due }: PlainTicket): (number | string | null)[] =>
    ({ updated: [updated], opened: [opened], due: [due], priority: [priority, opened] })[sort];
  return tickets
    .filter(
      (ticket) => isSeen(ticket, reader) && Object.entries(asked).every(([name, value]) => fits(name, value)(ticket)),
    )
    .sort((a, b) => {
      if (sort === 'due' && a.due === null && b.due === null) return a.id < b.id ? 1 : -1;
      const [left, right] = [
        [...key(a), a.id],
        [...key(b), b.id],
      ];
      for (const [place, value] of left.entries()) {
        const other = right[place] as typeof value;
        if (value === other) continue;
        if (value === null) return 1;
        if (other === null) return -1;
        return (value < other ? -1 : 1) * sign;
      }
      return 0;
    })
    .map(({ number }) => number);

  function fits(name: string, value: string | undefined): (ticket: PlainTicket) => boolean {
    const among = (value ?? '').split(',');
    const time = Date.parse(value ?? '') * 1_000;
    const inRange = (at: number | null) => at !== null && (name.endsWith('From') ? at >= time : at < time);
    switch (name) {
      case 'q':
        return ({ number, subject, names }) => {
          const words = fold(` ${number} ${number.replaceAll('-', '')} ${subject} ${names}`);
          // A single character is looked for where a word begins.
          return (value ?? '').split(/\s+/).every((word) => words.includes(fold(word.length > 1 ? word : ` ${word}`)));
        };
      case 'team':
        return ({ teamId }) => among.includes(teamId);
      case 'assignee':
        return ({ assigneeId }) =>
          among.some((each) =>
            each === 'none' ? assigneeId === null : assigneeId === (each === 'me' ? reader.staffId : each),
          );
      case 'site':
        return ({ siteId }) => among.includes(siteId);
      case 'rating':
        return ({ rating }) => rating !== null && among.includes(String(rating));
      case 'waiting':
        return ({ due, paused, dueKind }) =>
          due !== null && !paused && (dueKind === 'first_response' || dueKind === 'next_response');
      case 'sla':
        return (ticket) => among.some((state) => stands(ticket, state, now));
      case 'openedFrom':
      case 'openedTo':
        return ({ opened }) => inRange(opened);
      case 'updatedFrom':
      case 'updatedTo':
        return ({ updated }) => inRange(updated);
      case 'dueFrom':
      case 'dueTo':
        return ({ due }) => inRange(due);
      case 'reopenedFrom':
      case 'reopenedTo':
        return ({ reopened }) => inRange(reopened);
      default:
        return (ticket) => among.includes(String(ticket[name as keyof PlainTicket]));
    }
  }
}

const fold = (text: string) => text.normalize('NFKC').toLowerCase();

function isSeen(ticket: PlainTicket, { role, staffId, teamIds }: StaffPrincipal): boolean {
  return (
    role === 'admin' ||
    teamIds.includes(ticket.teamId) ||
    ticket.assigneeId === staffId ||
    ticket.watchers.includes(staffId)
  );
}

function stands({ due, dueStarted, paused, escalated }: PlainTicket, state: string, now: number): boolean {
  if (state === 'escalated') return escalated;
  if (due === null || paused) return false;
  if (state === 'running') return true;
  if (state === 'overdue') return due <= now;
  return due > now && due - now < (due - (dueStarted ?? due)) * 0.25;
}
