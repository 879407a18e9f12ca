import { waitUntil } from '../../../src/cli/embedded/process-end.js';
import { withClient } from '../harness/engine.js';
import type { Table } from '../harness/result.js';
import { watch } from '../harness/usage.js';
import type { Stage } from './stage.js';

const PATIENCE_MILLISECONDS = 300_000;

/** How fast what was said is written down behind the scenes, while nobody asks for anything. */
export async function measureWriting({ engine, product, say }: Stage, cases: number): Promise<Table> {
  return await withClient(engine.superuserUrl, async (client) => {
    const left = async () =>
      (await client.query<{ left: number }>('SELECT count(*)::int AS left FROM said_due')).rows[0]?.left ?? 0;
    const before = await left();
    const began = performance.now();
    const stop = watch([{ name: 'server', pid: product.pid }, engine.process]);
    const isDone = await waitUntil(async () => (await left()) === 0, PATIENCE_MILLISECONDS);
    if (!isDone) throw new Error('what was said is not written down');
    const value = (before * 5) / ((performance.now() - began) / 1_000);
    const usage = stop();
    say(`  ${Math.round(value)} entries/s are written down`);
    return {
      title: `Writing down what was said in ${cases.toLocaleString('en')} cases, behind the scenes`,
      unit: 'entries/s',
      rows: [{ name: 'Porchlight', value, rounds: [value], latencies: {}, usage, facts: {} }],
      checks: [],
      notes: ['It rests twice as long as it works: who chats goes first.'],
    };
  });
}
