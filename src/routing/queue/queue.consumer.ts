import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/db/index.js';
import { Absorbs, Consumer, type DeliveredEvent, Handles } from '../../platform/outbox/index.js';
import {
  type TicketActor,
  TicketAssigned,
  TicketEdited,
  type TicketFacts,
  TicketImported,
  TicketMerged,
  TicketOpened,
  TicketStatusChanged,
} from '../../tickets/index.js';
import { Dispatch } from '../assignment/dispatch.service.js';
import { Returns } from '../rescue/returns.service.js';
import { WallBoardNews } from '../wall-board/wall-board-news.service.js';
import { CallBacks } from './call-backs.service.js';
import { PresumedMessages } from './presumed-messages.service.js';
import { Queue } from './queue.service.js';
import { QueueNews } from './queue-news.service.js';
import { ToldWaits } from './told-waits.service.js';

type Moved = TicketFacts & { formerTeamId?: string; formerAssigneeId?: string | null; actor?: TicketActor };

/** The queue follows the tickets; whenever work or room may have come free, the team is woken. */
@Injectable()
@Consumer({ name: 'routing.queue', onPoison: 'halt', urgent: true })
export class QueueConsumer {
  constructor(
    private readonly queue: Queue,
    private readonly dispatch: Dispatch,
    private readonly board: WallBoardNews,
    private readonly callBacks: CallBacks,
    private readonly presumed: PresumedMessages,
    private readonly toldWaits: ToldWaits,
    private readonly news: QueueNews,
    private readonly returns: Returns,
  ) {}

  @Handles(TicketOpened)
  @Handles(TicketImported)
  @Handles(TicketAssigned)
  @Handles(TicketStatusChanged)
  @Handles(TicketEdited)
  @Handles(TicketMerged)
  async moved(tx: Transaction, event: DeliveredEvent<Moved>): Promise<void> {
    await this.allMoved(tx, [event]);
  }

  /** The queue is written from the rows, so that once more does no harm. */
  @Absorbs(TicketOpened, { each: true })
  @Absorbs(TicketImported, { each: true })
  @Absorbs(TicketAssigned, { each: true })
  @Absorbs(TicketStatusChanged, { each: true })
  @Absorbs(TicketEdited, { each: true })
  @Absorbs(TicketMerged, { each: true })
  async allMoved(tx: Transaction, events: DeliveredEvent<Moved>[]): Promise<string[]> {
    const of = (type: string) => events.filter((event) => event.type === type).map(({ payload }) => payload);
    const assigned = of(TicketAssigned.type).map(({ ticketId }) => ticketId);
    // In this order, in one round trip: nobody gets back what they have just put into the queue.
    await Promise.all([
      this.returns.keepFrom(tx, events.flatMap(givenAway), 'rejected'),
      this.queue.sync(tx, ...events.map(({ payload }) => payload.ticketId)),
      this.toldWaits.compare(tx, assigned),
      this.callBacks.excuse(tx, assigned),
    ]);
    await this.presumed.presume(tx, of(TicketOpened.type));
    const teams = events.flatMap(({ payload }) => [payload.teamId, payload.formerTeamId]);
    const people = events.map(freed);
    tx.afterCommit(() => {
      this.board.changed(...present(teams));
      for (const team of present(teams)) {
        void this.dispatch.wake(team);
        this.news.changed(team);
      }
      for (const person of present(people)) void this.dispatch.wakeTeamsOf(person);
    });
    return events.map(({ id }) => id);
  }
}

/** Whoever puts back into a queue what they had does not want it back at once. */
function givenAway({ type, payload }: DeliveredEvent<Moved>): { ticketId: string; staffId: string }[] {
  const { ticketId, assigneeId, formerAssigneeId, actor } = payload;
  const theirs = type === TicketAssigned.type && !assigneeId && formerAssigneeId && actor?.id === formerAssigneeId;
  return theirs ? [{ ticketId, staffId: formerAssigneeId }] : [];
}

/** Who may have room again. */
function freed({ type, payload }: DeliveredEvent<Moved>): string | null | undefined {
  if (type === TicketAssigned.type) return payload.formerAssigneeId;
  return type === TicketStatusChanged.type ? payload.assigneeId : null;
}

function present(values: (string | null | undefined)[]): Set<string> {
  return new Set(values.filter((value) => value !== null && value !== undefined));
}
