import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { Database } from '../db/index.js';
import { lazyGauges } from './lazy-gauges.js';

/** How busy the connections of this process are: who finds none free waits. */
@Injectable()
export class DatabaseMetrics implements OnModuleInit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    lazyGauges({
      help: {
        porchlight_database_connections_used: 'Connections of the pool in use',
        porchlight_database_connections_limit: 'Connections that the pool may have',
        porchlight_database_connections_awaited: 'Queries that wait for a free connection',
      },
      read: async () => {
        const { totalCount, idleCount, waitingCount } = this.database.pool;
        return [
          {
            values: {
              porchlight_database_connections_used: totalCount - idleCount,
              porchlight_database_connections_limit: this.config.database.poolSize,
              porchlight_database_connections_awaited: waitingCount,
            },
          },
        ];
      },
    });
  }
}
