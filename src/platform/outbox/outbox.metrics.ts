import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../db/index.js';
import { Health } from '../health/index.js';
import { lazyGauges } from '../metrics/index.js';

/** How far those who follow are behind the facts, and what nobody could handle. */
export interface OutboxLag {
  events: number;
  /** Age of the oldest event that is due. */
  lagSeconds: number;
  haltedKeys: number;
  deadLetters: number;
}

/** From here on people notice: the bot is silent, the queue does not move. */
const LATE_SECONDS = 10;

@Injectable()
export class OutboxMetrics implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly health: Health,
  ) {}

  onModuleInit(): void {
    this.health.register('events', { required: false, check: () => this.requireTimely() });
    lazyGauges({
      help: {
        porchlight_outbox_events: 'Events that not everybody has handled yet',
        porchlight_outbox_lag_seconds: 'Age of the oldest event that is due',
        porchlight_outbox_halted_keys: 'Keys that a consumer keeps waiting for a person',
        porchlight_dead_letters: 'Events that a consumer gave up on',
      },
      read: async () => {
        const lag = await outboxLag(this.database);
        return [
          {
            values: {
              porchlight_outbox_events: lag.events,
              porchlight_outbox_lag_seconds: lag.lagSeconds,
              porchlight_outbox_halted_keys: lag.haltedKeys,
              porchlight_dead_letters: lag.deadLetters,
            },
          },
        ];
      },
    });
  }

  /** @throws when those who follow are late; requests are served all the same */
  private async requireTimely(): Promise<void> {
    const { lagSeconds } = await outboxLag(this.database);
    if (lagSeconds > LATE_SECONDS) throw new Error(`events are carried ${Math.round(lagSeconds)} seconds late`);
  }
}

export async function outboxLag(database: Pick<Database, 'one'>): Promise<OutboxLag> {
  const found = await database.one<OutboxLag & { [column: string]: unknown }>(
    // What waits for a later try or for a person is due only for a moment now and then, and says nothing of the others.
    `SELECT (SELECT count(*)::int FROM outbox) AS events,
            (SELECT coalesce(greatest(0, extract(epoch FROM desk_now() - min(o.created_at))), 0)::float8
               FROM outbox o WHERE (o.retry_at IS NULL OR o.retry_at <= desk_now())
                AND NOT EXISTS (SELECT FROM outbox_blocks b WHERE b.key = o.key)) AS "lagSeconds",
            (SELECT count(*)::int FROM outbox_blocks WHERE retry_at = 'infinity') AS "haltedKeys",
            (SELECT count(*)::int FROM dead_letters) AS "deadLetters"`,
  );
  return found ?? { events: 0, lagSeconds: 0, haltedKeys: 0, deadLetters: 0 };
}
