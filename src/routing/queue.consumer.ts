import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/db/index.js';
import { Absorbs, Consumer, type DeliveredEvent, Handles } from '../platform/outbox/index.js';
import { TicketAssigned, TicketEdited, type TicketFacts, TicketOpened, TicketStatusChanged } from '../tickets/index.js';
import { Dispatch } from './dispatch.service.js';
import { Queue } from './queue.service.js';

type Moved = TicketFacts & { formerTeamId?: string; formerAssigneeId?: string | null };

/** The queue follows the tickets; whenever work or room may have come free, the team is woken. */
@Injectable()
@Consumer({ name: 'routing.queue', onPoison: 'halt', urgent: true })
export class QueueConsumer {
  constructor(
    private readonly queue: Queue,
    private readonly dispatch: Dispatch,
  ) {}

  @Handles(TicketOpened)
  @Handles(TicketAssigned)
  @Handles(TicketStatusChanged)
  @Handles(TicketEdited)
  async moved(tx: Transaction, event: DeliveredEvent<Moved>): Promise<void> {
    await this.allMoved(tx, [event]);
  }

  /** The queue is written from the rows, so that once more does no harm. */
  @Absorbs(TicketOpened, { each: true })
  @Absorbs(TicketAssigned, { each: true })
  @Absorbs(TicketStatusChanged, { each: true })
  @Absorbs(TicketEdited, { each: true })
  async allMoved(tx: Transaction, events: DeliveredEvent<Moved>[]): Promise<string[]> {
    await this.queue.sync(tx, ...events.map(({ payload }) => payload.ticketId));
    const teams = events.flatMap(({ payload }) => [payload.teamId, payload.formerTeamId]);
    const people = events.map(freed);
    tx.afterCommit(() => {
      for (const team of present(teams)) void this.dispatch.wake(team);
      for (const person of present(people)) void this.dispatch.wakeTeamsOf(person);
    });
    return events.map(({ id }) => id);
  }
}

/** Who may have room again. */
function freed({ type, payload }: DeliveredEvent<Moved>): string | null | undefined {
  if (type === TicketAssigned.type) return payload.formerAssigneeId;
  return type === TicketStatusChanged.type ? payload.assigneeId : null;
}

function present(values: (string | null | undefined)[]): Set<string> {
  return new Set(values.filter((value) => value !== null && value !== undefined));
}
