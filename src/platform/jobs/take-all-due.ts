import type { Database, Transaction } from '../db/index.js';

const SLICE = 100;

interface Round {
  /** SQL: the ids of what is due; $1 how many at most, $2 those to leave out. */
  find: string;
  /** @returns whether there was anything to do by then */
  take: (tx: Transaction, id: string) => Promise<boolean>;
  /** Says so; the next round tries again. */
  failed: (id: string, error: unknown) => void;
}

/** Each in a transaction of its own: what fails must not keep the others from their turn. @returns how many were taken */
export async function takeAllDue(database: Database, { find, take, failed }: Round): Promise<number> {
  // Once a round: what cannot be done would be found again and again.
  const seen: string[] = [];
  let taken = 0;
  for (;;) {
    const due = await database.query<{ id: string }>(find, [SLICE, seen]);
    for (const { id } of due) {
      seen.push(id);
      try {
        if (await database.transaction((tx) => take(tx, id))) taken += 1;
      } catch (error) {
        failed(id, error);
      }
    }
    if (due.length < SLICE) return taken;
  }
}
