import type { MigrationInterface, QueryRunner } from 'typeorm';

const OF_CASES = "LIMIT 1), 'chat');";
const OF_TASKS = "LIMIT 1), CASE WHEN NEW.internal THEN 'form' ELSE 'chat' END);";

const KIND = 'task';

/** A task among colleagues is no chat that has to be answered at once; whoever is given one, or waits for one, is told. */
export class Tasks1766000110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await replaceLoad(runner, OF_CASES, OF_TASKS);
    await knowKinds(runner, (kinds) => [...kinds, KIND]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM notices WHERE kind = '${KIND}'`);
    await knowKinds(runner, (kinds) => kinds.filter((kind) => kind !== KIND));
    await replaceLoad(runner, OF_TASKS, OF_CASES);
  }
}

/** The rest of the function stays as it is. */
async function replaceLoad(runner: QueryRunner, from: string, to: string): Promise<void> {
  const [row] = (await runner.query(`SELECT pg_get_functiondef('count_agent_load'::regproc) AS body`)) as [
    { body: string },
  ];
  if (!row.body.includes(from)) throw new Error('count_agent_load is not as it was');
  await runner.query(row.body.replace(from, to));
}

/** Changes the kinds of notices that the table knows, whichever they are by now. */
async function knowKinds(runner: QueryRunner, change: (kinds: string[]) => string[]): Promise<void> {
  const [row] = (await runner.query(
    `SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = 'notices_kind_known'`,
  )) as [{ definition: string }];
  const known = [...row.definition.matchAll(/'(\w+)'::text/g)].map(([, kind]) => kind as string);
  const kinds = change(known).map((kind) => `'${kind}'`);
  await runner.query('ALTER TABLE notices DROP CONSTRAINT notices_kind_known');
  await runner.query(`ALTER TABLE notices ADD CONSTRAINT notices_kind_known CHECK (kind IN (${kinds.join(', ')}))`);
}
