/**
 * The bare limit of punctuality: rows that come due one after the other, and a loop that sleeps until the next of them and marks
 * what is due in one statement. What it is late by is the machine's and PostgreSQL's own.
 */
import { setTimeout as rest } from 'node:timers/promises';
import pg from 'pg';
import { answerParent } from '../harness/helper-process.js';

const SWEEP = `
  UPDATE punctual SET fired = true WHERE id IN (
    SELECT id FROM punctual WHERE NOT fired AND due_at <= now() ORDER BY due_at LIMIT 1000 FOR UPDATE SKIP LOCKED)`;
const NEXT = `SELECT ceil(extract(epoch FROM min(due_at) - now()) * 1000)::float AS wait FROM punctual WHERE NOT fired`;

answerParent({
  /** @returns milliseconds from being due to COMMIT, of each */
  play: async ({ count, begin, seconds }: { count: number; begin: Date; seconds: number }) => {
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
    await client.query(
      'CREATE TABLE punctual (id integer PRIMARY KEY, due_at timestamptz NOT NULL, fired boolean NOT NULL)',
    );
    await client.query('CREATE INDEX punctual_due ON punctual (due_at) WHERE NOT fired');
    await client.query(
      `INSERT INTO punctual SELECT n, $2::timestamptz + interval '1 second' * ($3::float * n / $1), false
       FROM generate_series(1, $1::int) AS n`,
      [count, begin, seconds],
    );
    for (;;) {
      await client.query({ name: 'sweep', text: SWEEP });
      const { rows } = await client.query<{ wait: number | null }>({ name: 'next', text: NEXT });
      const wait = rows[0]?.wait ?? null;
      if (wait === null) break;
      if (wait > 0) await rest(wait);
    }
    const { rows } = await client.query<{ late: number }>(
      'SELECT 1000 * extract(epoch FROM pg_xact_commit_timestamp(xmin) - due_at)::float AS late FROM punctual',
    );
    await client.end();
    return rows.map(({ late }) => late);
  },
});
