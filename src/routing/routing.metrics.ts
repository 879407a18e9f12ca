import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../platform/db/index.js';
import { lazyGauges } from '../platform/metrics/index.js';
import { COVERS, IS_ON } from './surges/surge.sql.js';

/** What an operator watches of the queues. */
@Injectable()
export class RoutingMetrics implements OnModuleInit {
  constructor(private readonly database: Database) {}

  onModuleInit(): void {
    lazyGauges({
      help: {
        porchlight_queue_tickets: 'Tickets that wait for a person, by team',
        porchlight_queue_oldest_seconds: 'How long the oldest of them has waited, by team',
        porchlight_queue_people_online: 'People of the team who are online',
        porchlight_queue_surge: 'Whether a surge is on for the team',
      },
      labelNames: ['team'],
      read: async () =>
        (
          await this.database.query<{ team: string; tickets: number; oldest: number; online: number; surge: number }>(
            `SELECT t.key AS team, q.tickets, q.oldest, p.online,
                    (EXISTS (SELECT FROM surges s WHERE ${IS_ON('s')} AND ${COVERS('s', 't.id')}))::int AS surge FROM teams t
             CROSS JOIN LATERAL (
               SELECT count(*)::int AS tickets,
                      coalesce(greatest(0, extract(epoch FROM desk_now() - min(enqueued_at))), 0)::float8 AS oldest
               FROM queue_items WHERE team_id = t.id) q
             CROSS JOIN LATERAL (
               SELECT count(*)::int AS online FROM team_members m JOIN presences s ON s.staff_id = m.staff_id
               WHERE m.team_id = t.id AND s.presence = 'online') p`,
          )
        ).map(({ team, tickets, oldest, online, surge }) => ({
          labels: { team },
          values: {
            porchlight_queue_tickets: tickets,
            porchlight_queue_oldest_seconds: oldest,
            porchlight_queue_people_online: online,
            porchlight_queue_surge: surge,
          },
        })),
    });
  }
}
