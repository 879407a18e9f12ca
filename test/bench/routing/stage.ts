import type { Engine } from '../harness/engine.js';
import { withClient } from '../harness/engine.js';
import type { HelperProcess } from '../harness/helper-process.js';
import type { Product } from '../harness/product.js';
import type { Watched } from '../harness/usage.js';
import { waitForConsumers } from '../seed/aftermath.js';
import { clearDesk, giveRoom, type SeededRouting } from '../seed/routing.js';

export const PRODUCT = 'Porchlight';
export const PEOPLE = 200;
/** So much that a round never fills anybody. */
export const ROOM = 100;

/** All that runs while hand-out is measured. */
export interface Stage {
  engine: Engine;
  redis: Watched;
  seeded: SeededRouting;
  /** As many of the seeded teams have all people and all cases. */
  teams: number;
  bare: HelperProcess;
  say(line: string): void;
}
export type Served = Stage & { product: Product };

export const sql = <T>({ engine }: Stage, work: Parameters<typeof withClient<T>>[1]): Promise<T> =>
  withClient(engine.superuserUrl, work);

/** An empty desk, on both sides. */
export async function begin(stage: Stage, capacity = ROOM): Promise<void> {
  await waitForConsumers(stage.engine);
  await sql(stage, clearDesk);
  await sql(stage, (client) => giveRoom(client, capacity));
  await stage.bare.ask('prepare', { people: PEOPLE, teams: stage.teams, capacity });
}

/** All people and all cases belong to these many teams. */
export async function gather(stage: Stage, teams: number): Promise<void> {
  const { teamIds, staffIds } = stage.seeded;
  stage.teams = teams;
  const some = teamIds.slice(0, teams);
  await sql(stage, async (client) => {
    await client.query('DELETE FROM team_members');
    await client.query(
      `INSERT INTO team_members (team_id, staff_id)
       SELECT ($1::uuid[])[1 + n % cardinality($1::uuid[])], id FROM unnest($2::uuid[]) WITH ORDINALITY AS s (id, n)`,
      [some, staffIds],
    );
    await client.query(
      `UPDATE tickets SET team_id = ($1::uuid[])[1 + place % cardinality($1::uuid[])]
       FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM tickets) numbered WHERE numbered.id = tickets.id`,
      [some],
    );
    await client.query('VACUUM ANALYZE tickets');
  });
}

export const activeTeams = ({ seeded, teams }: Stage): string[] => seeded.teamIds.slice(0, teams);
