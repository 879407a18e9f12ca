import { Injectable } from '@nestjs/common';
import type {
  ConsideredView,
  Need,
  RoutedView,
  RoutingReason,
  RoutingsView,
  WaitingView,
} from '../../contract/index.js';
import type { StaffPrincipal } from '../../people/index.js';
import { Database } from '../../platform/db/index.js';
import { Access } from '../../tickets/index.js';
import { PEOPLE, ROUTED, WAITING } from './explain.sql.js';
import { type Fitness, obstaclesOf, type WaitingCase, whyWaiting } from './why-waiting.js';

type Considered = Omit<ConsideredView, 'name'>;
type Handed = Omit<RoutedView, 'at' | 'endedAt' | 'reason' | 'considered' | 'chosen' | 'others' | 'missing'>;
interface RoutedRow extends Handed {
  at: Date;
  endedAt: Date | null;
  /** As the claim wrote it down; empty of former versions. */
  because: { reason?: RoutingReason; considered: number; chosen: Considered; others: Considered[]; missing: Need[] };
  /** Of the others, by id. */
  names: Record<string, string>;
  [column: string]: unknown;
}
type WaitingRow = WaitingCase &
  Omit<WaitingView, 'since' | 'nextStageAt' | 'why' | 'people'> & { since: Date; nextStageAt: Date | null };

const PEOPLE_SHOWN = 20;

/** Why a case is with whom it is, and why nobody has it while it waits: from rows alone. */
@Injectable()
export class Routings {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** @throws DeskError `not_found`; `forbidden` when staff would have to give a reason first */
  async of(staff: StaffPrincipal, number: string): Promise<RoutingsView> {
    const ticket = await this.access.find(staff, number, 'see');
    const [rows, waiting] = await Promise.all([
      this.database.query<RoutedRow>(ROUTED, [ticket.id]),
      this.waiting(ticket.id),
    ]);
    return { items: rows.map(routed), ...(waiting && { waiting }) };
  }

  private async waiting(ticketId: string): Promise<WaitingView | undefined> {
    const row = await this.database.one<WaitingRow & { [column: string]: unknown }>(WAITING, [ticketId]);
    if (!row) return undefined;
    const people = await this.database.query<Fitness & { [column: string]: unknown }>(PEOPLE, [ticketId]);
    const { strategy, relaxes, since, nextStageAt, ...facts } = row;
    return {
      ...facts,
      since: since.toISOString(),
      ...(nextStageAt && { nextStageAt: nextStageAt.toISOString() }),
      why: whyWaiting({ stage: row.stage, strategy, relaxes }, people),
      people: people
        .map(({ staffId, name, teamId, presence, load, capacity, missing, ...person }) => ({
          ...{ staffId, name, teamId, presence, load, capacity, missing },
          obstacles: obstaclesOf({ staffId, name, teamId, presence, load, capacity, missing, ...person }, row.stage),
        }))
        .sort((a, b) => a.obstacles.length - b.obstacles.length || a.name.localeCompare(b.name))
        .slice(0, PEOPLE_SHOWN),
    };
  }
}

function routed({ at, endedAt, because, names, ...row }: RoutedRow): RoutedView {
  const { reason } = because;
  return {
    ...row,
    at: at.toISOString(),
    ...(endedAt && { endedAt: endedAt.toISOString() }),
    ...(reason && {
      reason,
      considered: because.considered,
      chosen: { ...because.chosen, name: row.name },
      others: because.others.map((other) => ({ ...other, name: names[other.staffId] ?? '—' })),
      missing: because.missing,
    }),
  };
}
