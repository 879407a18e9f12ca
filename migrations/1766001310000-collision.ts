import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS = ['mentioned', 'woken'];

/** Who is addressed in a note is told, as is whoever put a case off when it is back; what its customer says after that brings it back. */
export class Collision1766001310000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE ticket_conversations ADD COLUMN snoozed_seq integer');
    await knowKinds(runner, (kinds) => [...kinds, ...KINDS]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM notices WHERE kind IN ('mentioned', 'woken')`);
    await knowKinds(runner, (kinds) => kinds.filter((kind) => !KINDS.includes(kind)));
    await runner.query('ALTER TABLE ticket_conversations DROP COLUMN snoozed_seq');
  }
}

/** Changes the kinds that the table knows, whichever they are by now. */
async function knowKinds(runner: QueryRunner, change: (kinds: string[]) => string[]): Promise<void> {
  const [row] = await runner.query(
    `SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = 'notices_kind_known'`,
  );
  const known = [...String(row.definition).matchAll(/'(\w+)'::text/g)].map(([, kind]) => kind as string);
  await runner.query('ALTER TABLE notices DROP CONSTRAINT notices_kind_known');
  await runner.query(`
    ALTER TABLE notices ADD CONSTRAINT notices_kind_known
      CHECK (kind IN (${change(known)
        .map((kind) => `'${kind}'`)
        .join(', ')}))`);
}
