import type { StaffPrincipal } from '../../people/index.js';
import { PERMISSIONS } from '../permissions.data.js';
import { foldTag, tagsMeant } from '../tags/tags.service.js';
import type { TicketFilter } from './search.inputs.js';
import type { TextMatch } from './text-matches.service.js';

/**
 * One way to stand to a ticket that lets somebody see it. No ticket is seen in two ways, and each way has an index that gives
 * the latest first.
 */
interface Standing {
  where: string;
  /** SQL of teams, for each of which it is asked by itself, as `team(id)`. */
  teams?: string;
}

/** A filter as SQL over `tickets t`, with the values that stand in it. */
export class Conditions {
  readonly values: unknown[] = [];
  private readonly parts: string[] = ['true'];
  /** Of whoever does not see all that the filter finds. */
  private standings: readonly Standing[] | undefined;
  /** It says whose tickets fit. */
  private readonly names: boolean;
  /** Whether only tickets with a clock fit: then it is a waste to look among the others. */
  readonly needsClock: boolean;

  /** @param match what `filter.q` was found to mean */
  constructor(staff: StaffPrincipal, filter: TicketFilter, match: TextMatch | undefined) {
    this.needsClock = Boolean(
      filter.waiting || filter.dueFrom || filter.dueTo || (filter.sla && !filter.sla.includes('escalated')),
    );
    this.names = filter.assignee !== undefined;
    this.mayBeSeenBy(staff, filter);
    if (match) this.says(match);
    this.in('t.status', filter.status);
    this.in('t.team_id', filter.team, 'uuid');
    this.assignee(staff, filter.assignee);
    this.in('t.category', filter.category);
    this.in('t.sub_category', filter.subCategory);
    this.in('t.nature', filter.nature);
    this.in('t.priority', filter.priority);
    this.in('t.tier', filter.tier);
    this.in('t.site_id', filter.site, 'uuid');
    this.in('t.rating_score', filter.rating, 'int');
    this.tagged(filter.tag);
    this.sla(filter.sla);
    if (filter.waiting)
      this.parts.push(
        `t.next_due_at IS NOT NULL AND t.paused_at IS NULL AND t.next_due_kind IN ('first_response', 'next_response')`,
      );
    this.between('t.opened_at', filter.openedFrom, filter.openedTo);
    this.between('t.last_activity_at', filter.updatedFrom, filter.updatedTo);
    this.between('t.next_due_at', filter.dueFrom, filter.dueTo);
    this.between('t.reopened_at', filter.reopenedFrom, filter.reopenedTo);
  }

  /** All in one, for who reads the whole. */
  get where(): string {
    if (!this.standings) return this.filter;
    const seen = this.standings.map(({ where, teams }) => (teams ? `t.team_id = ANY(${teams})` : `(${where})`));
    return `${this.filter} AND (${seen.join(' OR ')})`;
  }

  private get filter(): string {
    return this.parts.join(' AND ');
  }

  /**
   * The latest of what fits, for who reads no further: of each way of standing to a ticket as many, found along its own index, and
   * of these the latest. In one condition the ways would have no index in common. Whose tickets these are to be says of itself
   * along which index they are found.
   * @param columns of `tickets t`, among them those of the order @param tail SQL of order and limit
   */
  latest(columns: string, tail: string, beyond = ''): string {
    const { standings } = this;
    if (!standings || this.names) return this.inOne(columns, tail, beyond);
    const from = (where: string) =>
      `SELECT ${columns} FROM tickets t WHERE ${where} AND ${this.filter} ${beyond} ${tail}`;
    const each = standings.map(({ where, teams }) =>
      teams
        ? `(SELECT of_team.* FROM unnest(${teams}) AS team(id) CROSS JOIN LATERAL (${from(where)}) of_team)`
        : `(${from(where)})`,
    );
    return `SELECT t.* FROM (${each.join(' UNION ALL ')}) t ${tail}`;
  }

  /** The first of what fits in any order. */
  inOne(columns: string, tail: string, beyond = ''): string {
    return `SELECT ${columns} FROM tickets t WHERE ${this.where} ${beyond} ${tail}`;
  }

  /** Adds a value. @returns its place in the statement */
  readonly value = (value: unknown): string => `$${this.values.push(value ?? null)}`;

  /**
   * The table of `permissions.data.ts` as a condition: what is seen by standing, and nothing by name alone. What the filter says
   * already is not said again: with a choice less the planner finds the index that has the order.
   */
  private mayBeSeenBy({ role, staffId, teamIds }: StaffPrincipal, { team, assignee }: TicketFilter): void {
    if (PERMISSIONS[role].stranger.includes('see')) return;
    const isOwn = (id: string) => teamIds.includes(id);
    if (team?.every(isOwn) || assignee?.every((id) => id === 'me' || id === staffId)) return;
    const teams = team?.filter(isOwn) ?? teamIds;
    const me = `${this.value(staffId)}::uuid`;
    const own = `${this.value(teams)}::uuid[]`;
    const elsewhere = `t.team_id <> ALL(${own})`;
    this.standings = [
      ...(teams.length > 0 ? [{ where: 't.team_id = team.id', teams: own }] : []),
      { where: `t.assignee_id = ${me} AND ${elsewhere}` },
      {
        where: `t.id = ANY(ARRAY(SELECT ticket_id FROM ticket_watchers WHERE staff_id = ${me}))
          AND t.assignee_id IS DISTINCT FROM ${me} AND ${elsewhere}`,
      },
    ];
  }

  private says(match: TextMatch): void {
    if ('number' in match) this.parts.push(`t.number = ${this.value(match.number)}`);
    else if ('ids' in match) this.in('t.id', match.ids, 'uuid');
    else this.saysSomewhere(`${this.value(match.words)}::text[]`);
  }

  /** Neither joins nor EXISTS: of millions of words, only those of the tickets that one comes by are to be read. */
  private saysSomewhere(patterns: string): void {
    this.parts.push(
      `((SELECT w.words FROM ticket_words w WHERE w.ticket_id = t.id) LIKE ALL(${patterns})
        OR (SELECT true FROM ticket_conversations tc JOIN said_words w ON w.conversation_id = tc.conversation_id
             WHERE tc.ticket_id = t.id AND w.words LIKE ALL(${patterns}) LIMIT 1) IS NOT NULL)`,
    );
  }

  private in(column: string, given: readonly string[] | undefined, type = 'text'): void {
    if (!given) return;
    // An index gives its order for one value, not for any of several.
    const [only, ...more] = given;
    if (only !== undefined && more.length === 0) this.parts.push(`${column} = ${this.value(only)}::${type}`);
    else this.parts.push(`${column} = ANY(${this.value(given)}::${type}[])`);
  }

  private assignee({ staffId }: StaffPrincipal, given: readonly string[] | undefined): void {
    if (!given) return;
    const ids = given.filter((each) => each !== 'none').map((each) => (each === 'me' ? staffId : each));
    if (!given.includes('none')) this.in('t.assignee_id', ids, 'uuid');
    else if (ids.length === 0) this.parts.push('t.assignee_id IS NULL');
    else this.parts.push(`(t.assignee_id IS NULL OR t.assignee_id = ANY(${this.value(ids)}::uuid[]))`);
  }

  /** The index holds only cases that have any. */
  private tagged(given: readonly string[] | undefined): void {
    if (given) this.parts.push(`t.tags <> '{}' AND t.tags && ${tagsMeant(this.value(given.map(foldTag)))}`);
  }

  private sla(given: TicketFilter['sla']): void {
    if (given) this.parts.push(`(${given.map((state) => SLA[state]).join(' OR ')})`);
  }

  private between(column: string, from: string | undefined, to: string | undefined): void {
    if (from) this.parts.push(`${column} >= ${this.value(from)}::timestamptz`);
    if (to) this.parts.push(`${column} < ${this.value(to)}::timestamptz`);
  }
}

/** As the chips of the console show it. A clock that stands still is never late. */
const SLA = {
  running: '(t.next_due_at IS NOT NULL AND t.paused_at IS NULL)',
  overdue: '(t.next_due_at <= desk_now() AND t.paused_at IS NULL)',
  at_risk: `(t.next_due_at > desk_now() AND t.paused_at IS NULL
    AND t.next_due_at - desk_now() < (t.next_due_at - t.next_due_started_at) * 0.25)`,
  escalated: 't.escalated_at IS NOT NULL',
} as const;
