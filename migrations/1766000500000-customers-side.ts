import type { MigrationInterface, QueryRunner } from 'typeorm';

const KIND = 'nudged';

/** A customer who hurries the desk is a notice to whoever has the case; and a host site says who may see the cases of their shop. */
export class CustomersSide1766000500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await knowKinds(runner, (kinds) => [...kinds, KIND]);
    await runner.query('ALTER TABLE customers ADD COLUMN shop_cases boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE customers DROP COLUMN shop_cases');
    await runner.query(`DELETE FROM notices WHERE kind = '${KIND}'`);
    await knowKinds(runner, (kinds) => kinds.filter((kind) => kind !== KIND));
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
