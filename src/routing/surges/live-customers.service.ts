import { Injectable } from '@nestjs/common';
import { ContextProvider } from '../../people/index.js';
import { Database } from '../../platform/db/index.js';
import { Runs } from '../../platform/jobs/index.js';
import { QueueNews } from '../queue/queue-news.service.js';
import { isLive } from './is-live.js';
import { MARK_LIVE } from './surge.sql.js';
import { AskWhetherLive } from './surges.jobs.js';

/** Who is on air loses money by the minute: the host's context says so, and they move up in their queue. */
@Injectable()
export class LiveCustomers {
  constructor(
    private readonly database: Database,
    private readonly context: ContextProvider,
    private readonly news: QueueNews,
  ) {}

  /** A host that does not answer moves nobody. */
  @Runs(AskWhetherLive)
  async ask({ ticketId }: { ticketId: string }): Promise<void> {
    const customer = await this.database.one<{ id: string }>(
      'SELECT t.customer_id AS id FROM queue_items q JOIN tickets t ON t.id = q.ticket_id WHERE q.ticket_id = $1',
      [ticketId],
    );
    if (!customer) return;
    const { state, cards } = await this.context.fetch(customer.id);
    if (state !== 'ok' || !isLive(cards)) return;
    const moved = await this.database.one<{ teamId: string }>(MARK_LIVE, [ticketId]);
    if (moved) this.news.changed(moved.teamId);
  }
}
