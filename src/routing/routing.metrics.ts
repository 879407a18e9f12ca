import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../platform/db/index.js';
import { lazyGauges } from '../platform/metrics/index.js';

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
      },
      labelNames: ['team'],
      read: async () =>
        (
          await this.database.query<{ team: string; tickets: number; oldest: number; online: number }>(
            `SELECT t.key AS team, q.tickets, q.oldest, p.online FROM teams t
             CROSS JOIN LATERAL (
               SELECT count(*)::int AS tickets,
                      coalesce(greatest(0, extract(epoch FROM desk_now() - min(enqueued_at))), 0)::float8 AS oldest
               FROM queue_items WHERE team_id = t.id) q
             CROSS JOIN LATERAL (
               SELECT count(*)::int AS online FROM team_members m JOIN presences s ON s.staff_id = m.staff_id
               WHERE m.team_id = t.id AND s.presence = 'online') p`,
          )
        ).map(({ team, tickets, oldest, online }) => ({
          labels: { team },
          values: {
            porchlight_queue_tickets: tickets,
            porchlight_queue_oldest_seconds: oldest,
            porchlight_queue_people_online: online,
          },
        })),
    });
  }
}
