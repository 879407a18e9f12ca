import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../platform/db/index.js';
import { lazyGauges } from '../platform/metrics/index.js';

const AT_RISK_MINUTES = 15;

/** What an operator watches of the clocks. */
@Injectable()
export class SlaMetrics implements OnModuleInit {
  constructor(private readonly database: Database) {}

  onModuleInit(): void {
    lazyGauges({
      help: {
        porchlight_clocks_at_risk: `Running clocks that are due within ${AT_RISK_MINUTES} minutes`,
        porchlight_clocks_overdue: 'Running clocks that are overdue',
      },
      read: async () =>
        (
          await this.database.query<{ atRisk: number; overdue: number }>(
            `SELECT count(*) FILTER (WHERE due_at > desk_now())::int AS "atRisk",
                    count(*) FILTER (WHERE due_at <= desk_now())::int AS overdue
             FROM clocks WHERE state = 'running' AND due_at <= desk_now() + make_interval(mins => ${AT_RISK_MINUTES})`,
          )
        ).map(({ atRisk, overdue }) => ({
          values: { porchlight_clocks_at_risk: atRisk, porchlight_clocks_overdue: overdue },
        })),
    });
  }
}
