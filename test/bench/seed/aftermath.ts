import { setTimeout as rest } from 'node:timers/promises';
import { type Engine, withClient } from '../harness/engine.js';

/** How far those who follow the facts were behind when the senders stopped. */
export interface Lag {
  events: number;
  oldestSeconds: number;
  /** Until the last one was carried. */
  seconds: number;
  /** Not waited for. */
  dropped: number;
}

const PATIENCE_SECONDS = 20;
const BEHIND = `SELECT count(*)::int AS events, coalesce(extract(epoch FROM now() - min(created_at)), 0)::float AS oldest FROM outbox`;

/** Lets the consumers catch up, so that they do not slow down the next round, whosever it is. */
export async function waitForConsumers({ productUrl }: Engine): Promise<Lag> {
  return await withClient(productUrl, async (client) => {
    const look = async () =>
      (await client.query<{ events: number; oldest: number }>(BEHIND)).rows[0] ?? { events: 0, oldest: 0 };
    const began = performance.now();
    const seconds = () => (performance.now() - began) / 1_000;
    const first = await look();
    let now = first;
    while (now.events > 0 && seconds() < PATIENCE_SECONDS) {
      await rest(50);
      now = await look();
    }
    if (now.events > 0) await client.query('DELETE FROM outbox');
    return { events: first.events, oldestSeconds: first.oldest, seconds: seconds(), dropped: now.events };
  });
}

/** Both sequences of every conversation without gaps, and a conversation that knows its last. @throws when one is not */
export async function checkStored({ productUrl }: Engine): Promise<string> {
  return await withClient(productUrl, async (client) => {
    const { rows } = await client.query<{ entries: number; conversations: number; broken: number }>(`
      WITH threads AS (
        SELECT conversation_id AS id, count(*) AS n, max(seq) AS last, min(seq) AS first, max(customer_seq) AS last_seen,
               count(DISTINCT client_message_id) AS ids, count(client_message_id) AS sent
        FROM entries GROUP BY 1)
      SELECT coalesce(sum(n), 0)::int AS entries, count(*)::int AS conversations,
             count(*) FILTER (WHERE n <> last OR first <> 1 OR ids <> sent OR c.seq <> last OR c.customer_seq <> last_seen)::int AS broken
      FROM threads JOIN conversations c USING (id)`);
    const found = rows[0];
    if (!found || found.broken > 0) throw new Error(`${found?.broken} conversations have gaps, doubles or wrong facts`);
    return `checked: ${found.entries} entries in ${found.conversations} conversations, each once, no gap in either sequence`;
  });
}
