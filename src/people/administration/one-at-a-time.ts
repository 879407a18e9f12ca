import type { Transaction } from '../../platform/db/index.js';

/**
 * People and teams hang together both ways, and are changed a few times a day: whoever changes either waits for the one
 * before, so that nobody waits in a circle and all see what the other did.
 */
export async function oneAtATime(tx: Transaction): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('porchlight: people and teams'))`);
}
