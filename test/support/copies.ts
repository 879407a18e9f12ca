import { newId } from '../../src/platform/clock/index.js';
import type { TestApp } from './app.js';

/** So many more tickets like this one, each with a clock like its own; they share no conversation. */
export async function copyTicket(desk: TestApp, ticketId: string, count: number): Promise<void> {
  const ids = Array.from({ length: count }, () => ({ ticket: newId(), clock: newId() }));
  const copied = (table: string, own: string, change: string) =>
    `INSERT INTO ${table} SELECT copy.* FROM ${table} one, unnest($2::uuid[], $3::uuid[]) AS n (ticket, clock),
       LATERAL jsonb_populate_record(NULL::${table}, to_jsonb(one) || ${change}) AS copy
     WHERE one.${own} = $1`;
  const values = [ticketId, ids.map(({ ticket }) => ticket), ids.map(({ clock }) => clock)];
  await desk.database.query(copied('tickets', 'id', `jsonb_build_object('id', n.ticket, 'number', n.ticket)`), values);
  await desk.database.query(
    copied('clocks', 'ticket_id', `jsonb_build_object('id', n.clock, 'ticket_id', n.ticket)`),
    values,
  );
}
