import { Presences, RoutingBeat } from '../../src/routing/index.js';
import type { TestApp } from './app.js';
import { type BuiltStaff, type SignedIn, signIn } from './factories.js';
import { type AgentOptions, buildAgent } from './routing.js';

export type AgentAtWork = BuiltStaff & SignedIn;

/** Somebody who takes work, signed in; their teams give out what waits. */
export async function agentAtWork(
  desk: TestApp,
  options: AgentOptions & { role?: BuiltStaff['role'] },
): Promise<AgentAtWork> {
  const staff = await buildAgent(desk, options);
  await desk.get(Presences).tell(staff.id);
  return { ...staff, ...(await signIn(desk, staff)) };
}

/** What hangs on time has its turn, and what follows from it. @param seconds that pass before */
export async function passTime(desk: TestApp, seconds: number): Promise<void> {
  await desk.clock.advance(seconds * 1_000);
  await desk.get(RoutingBeat).runOnce();
  await desk.settle();
}

/** The data of a case's timeline lines of this kind, oldest first. */
export async function linesOf(
  desk: TestApp,
  { ticketId }: { ticketId: string },
  kind: string,
): Promise<Record<string, unknown>[]> {
  const rows = await desk.database.query<{ data: Record<string, unknown> }>(
    'SELECT data FROM ticket_events WHERE ticket_id = $1 AND kind = $2 ORDER BY created_at, id',
    [ticketId, kind],
  );
  return rows.map(({ data }) => data);
}
