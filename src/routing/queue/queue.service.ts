import { Injectable } from '@nestjs/common';
import type { QueuePlaceView, QueueWish } from '../../contract/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { FRONT_LINE } from '../../tickets/index.js';
import { Paces } from './paces.service.js';
import { placeView, type QueueOutlook } from './place-view.js';
import { SYNC_QUEUE_ITEMS } from './queue-items.sql.js';
import { PLACES, TEAM_QUEUE, TEAM_STRENGTH } from './waiting.sql.js';

type Strength = Pick<QueueOutlook, 'staffed' | 'units' | 'free'> & { [column: string]: unknown };

export type QueuePlace = QueuePlaceView & { wish: QueueWish };

interface PlaceRow {
  conversationId: string;
  teamId: string;
  wish: QueueWish;
  place: number;
  waiting: number;
  [column: string]: unknown;
}

/** Who waits, in which order, and what one tells them. */
@Injectable()
export class Queue {
  constructor(
    private readonly database: Database,
    private readonly paces: Paces,
  ) {}

  /** Makes the queue say of these tickets what they say of themselves. */
  async sync(tx: Transaction, ...ticketIds: string[]): Promise<void> {
    await tx.query(SYNC_QUEUE_ITEMS, [ticketIds]);
  }

  /**
   * Until COMMIT nobody joins the queue, leaves it or moves in it: who does so by former rules is waited for, and who comes
   * next reads the new ones. Call it before anything in the queue is locked.
   */
  async hold(tx: Transaction): Promise<void> {
    await tx.query('LOCK TABLE queue_items IN EXCLUSIVE MODE');
  }

  /**
   * The same of all that wait, after rules have changed, with the queue in {@link hold}; of one team, if it is named.
   * @returns the teams in which something waits
   */
  async syncAll(tx: Transaction, teamId?: string): Promise<string[]> {
    const [waiting] = await tx.query<{ tickets: string[]; teams: string[] }>(
      `SELECT coalesce(array_agg(ticket_id ORDER BY ticket_id), '{}') AS tickets, coalesce(array_agg(DISTINCT team_id), '{}') AS teams
       FROM queue_items WHERE $1::uuid IS NULL OR team_id = $1`,
      [teamId ?? null],
    );
    if (!waiting || waiting.tickets.length === 0) return [];
    await this.sync(tx, ...waiting.tickets);
    return waiting.teams;
  }

  /** Where somebody would stand who asks the front line for a person now; undefined where there is no team. */
  async newcomer(): Promise<QueuePlaceView | undefined> {
    const team = await this.database.one<{ id: string }>(`SELECT ${FRONT_LINE} AS id`);
    if (!team?.id) return undefined;
    const { ticketIds, outlook } = await this.ofTeam(team.id);
    const waiting = ticketIds.length + 1;
    return placeView(waiting, waiting, outlook);
  }

  /** Of those of these conversations whose ticket waits, by conversation id. */
  async placesOf(conversationIds: string[]): Promise<Map<string, QueuePlace>> {
    if (conversationIds.length === 0) return new Map();
    const rows = await this.database.query<PlaceRow>(PLACES, [conversationIds]);
    const teams = [...new Set(rows.map(({ teamId }) => teamId))];
    const outlooks = new Map(await Promise.all(teams.map(async (id) => [id, await this.outlook(id)] as const)));
    return new Map(
      rows.flatMap(({ conversationId, teamId, place, waiting, wish }) => {
        const outlook = outlooks.get(teamId);
        return outlook ? [[conversationId, { ...placeView(place, waiting, outlook), wish }]] : [];
      }),
    );
  }

  /** Everybody who waits for this team, first come first, and what the team has for them: one read. */
  async ofTeam(teamId: string): Promise<{ ticketIds: string[]; outlook: QueueOutlook }> {
    const [pace, row] = await Promise.all([
      this.paces.of(teamId),
      this.database.one<Strength & { waiting: string | null }>(TEAM_QUEUE, [teamId]),
    ]);
    const { waiting = null, ...strength } = row ?? NOBODY;
    return { ticketIds: waiting?.split(',') ?? [], outlook: { ...pace, ...strength } };
  }

  /** What a team has at this moment, and how fast it is. */
  async outlook(teamId: string): Promise<QueueOutlook> {
    const [pace, strength = NOBODY] = await Promise.all([
      this.paces.of(teamId),
      this.database.one<Strength>(TEAM_STRENGTH, [teamId]),
    ]);
    return { ...pace, ...strength };
  }
}

const NOBODY: Strength & { waiting?: null } = { staffed: false, units: 0, free: 0 };
