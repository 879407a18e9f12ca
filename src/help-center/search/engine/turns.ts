import type { Database } from '../../../platform/db/index.js';

const LOCK = `hashtext('porchlight: search engine')`;
/** PostgreSQL ends a transaction in which nothing is asked for a minute. */
const SIGN_OF_LIFE_MILLISECONDS = 15_000;

/**
 * Does this alone among all processes of the desk: whoever changes the engine's indexes, or swaps them.
 * @param busy what to do while another is at it: `skip`, or `wait` for half a minute at most
 * @returns what the work returned; undefined when it was skipped
 */
export async function exclusively<T>(
  database: Pick<Database, 'transactionBehind'>,
  busy: 'skip' | 'wait',
  work: () => Promise<T>,
): Promise<T | undefined> {
  return await database.transactionBehind(async (tx) => {
    if (busy === 'wait') await tx.query(`SELECT pg_advisory_xact_lock(${LOCK})`);
    else {
      const turn = await tx.one<{ taken: boolean }>(`SELECT pg_try_advisory_xact_lock(${LOCK}) AS taken`);
      if (!turn?.taken) return undefined;
    }
    const alive = setInterval(() => {
      // A connection that is lost says so at the end.
      tx.query('SELECT 1').catch(() => undefined);
    }, SIGN_OF_LIFE_MILLISECONDS);
    try {
      return await work();
    } finally {
      clearInterval(alive);
    }
  });
}
