import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../db/index.js';
import { lazyGauges } from '../metrics/index.js';

/** What an operator watches of the mail. */
@Injectable()
export class MailMetrics implements OnModuleInit {
  constructor(private readonly database: Database) {}

  onModuleInit(): void {
    lazyGauges({
      help: {
        porchlight_mails_waiting: 'Mails that the mail server has not taken yet',
        porchlight_mails_oldest_seconds: 'How long the oldest of them has waited; 0 when none does',
      },
      read: async () =>
        (
          await this.database.query<{ waiting: number; oldest: number }>(
            `SELECT count(*)::int AS waiting,
                    coalesce(extract(epoch FROM desk_now() - min(created_at)), 0)::float8 AS oldest
             FROM mails WHERE state IN ('queued', 'sending')`,
          )
        ).map(({ waiting, oldest }) => ({
          values: { porchlight_mails_waiting: waiting, porchlight_mails_oldest_seconds: oldest },
        })),
    });
  }
}
