import type { RungOutcome, RungPerson, RungTime, RungWay } from '../../src/contract/index.js';
import { newId } from '../../src/platform/clock/index.js';
import { Outbox } from '../../src/platform/outbox/index.js';
import { SlaEscalated } from '../../src/sla/index.js';
import type { TestApp } from './app.js';
import type { BuiltTicket } from './tickets.js';

/** As the sweep does when a rung fires. @param rung.times how often the event is delivered @returns its id */
export async function escalate(
  desk: TestApp,
  { ticketId, number }: BuiltTicket,
  rung: { whom: RungPerson[]; how?: RungWay[]; at?: RungTime; rung?: number; times?: number; also?: RungOutcome[] },
): Promise<string> {
  const id = newId();
  const { at = { breach: true }, rung: place = 2, times = 1, also = [] } = rung;
  await desk.database.transaction(async (tx) => {
    const clock = await tx.one<{ id: string; dueAt: Date }>(
      `SELECT id, due_at AS "dueAt" FROM clocks WHERE ticket_id = $1`,
      [ticketId],
    );
    if (!clock) throw new Error('no clock runs');
    await tx.query(
      `INSERT INTO escalations (id, clock_id, rung, due_at, fired_at, also, ladder_version)
       SELECT $1, id, $3, desk_now(), desk_now(), $4, ladder_version FROM clocks WHERE id = $2`,
      [id, clock.id, place, JSON.stringify(also)],
    );
    const event = SlaEscalated(`ticket:${ticketId}`, {
      escalationId: id,
      ticketId,
      number,
      clockKind: 'first_response',
      rung: place,
      at,
      whom: rung.whom,
      how: rung.how ?? ['in_app'],
      dueAt: clock.dueAt.toISOString(),
      acknowledgeBy: null,
    });
    await desk.get(Outbox).add(tx, ...Array.from({ length: times }, () => event));
  });
  await desk.settle();
  return id;
}
