import type { Presence, RoutingStrategy, WorkKind } from '../../src/contract/index.js';
import type { TestApp } from './app.js';
import { type BuiltStaff, buildStaff } from './factories.js';

export interface AgentOptions {
  name?: string;
  teams: { id: string }[];
  capacity?: number;
  skills?: Record<string, number>;
  kindLimits?: Partial<Record<WorkKind, number>>;
  presence?: Presence;
  pausedKinds?: WorkKind[];
}

/** Somebody who is there, or not, with what they can hold; nobody is woken by it. */
export async function buildAgent(desk: TestApp, options: AgentOptions): Promise<BuiltStaff> {
  const staff = await buildStaff(desk, options);
  const { capacity = 5, skills = {}, kindLimits = {}, presence = 'online', pausedKinds = [] } = options;
  await desk.database.query(
    'UPDATE agent_profiles SET capacity = $2, skills = $3, kind_limits = $4 WHERE staff_id = $1',
    [staff.id, capacity, JSON.stringify(skills), JSON.stringify(kindLimits)],
  );
  await desk.database.query('INSERT INTO presences (staff_id, presence, paused_kinds) VALUES ($1, $2, $3)', [
    staff.id,
    presence,
    pausedKinds,
  ]);
  return staff;
}

interface TeamSettings {
  strategy: RoutingStrategy;
  answerWithinSeconds: number | null;
  releaseAfterMinutes: number | null;
  lastAgentDays: number;
  relaxAfterSeconds: number | null;
  overflowAfterSeconds: number | null;
  overflowTeamIds: string[];
  shiftOnly: boolean;
}

/** As the row has it, before anything waits; nothing is ranked anew. */
export async function setTeamRouting(
  desk: TestApp,
  team: { id: string },
  settings: Partial<TeamSettings>,
): Promise<void> {
  for (const [name, value] of Object.entries(settings))
    await desk.database.query(
      `UPDATE team_routing SET ${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)} = $2 WHERE team_id = $1`,
      [team.id, value],
    );
}

/** All that cases ask of people from now on. */
export async function setNeeds(desk: TestApp, ...needs: object[]): Promise<void> {
  await desk.database.query(
    `INSERT INTO routing_rules (version, rules) SELECT version + 1, jsonb_set(rules, '{needs}', $1)
     FROM routing_rules ORDER BY version DESC LIMIT 1`,
    [JSON.stringify(needs)],
  );
}

export async function assigneeOf(desk: TestApp, { ticketId }: { ticketId: string }): Promise<string | null> {
  const row = await desk.database.one<{ id: string | null }>('SELECT assignee_id AS id FROM tickets WHERE id = $1', [
    ticketId,
  ]);
  return row?.id ?? null;
}
