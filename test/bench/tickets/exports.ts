import { median } from '../harness/numbers.js';
import type { Row, Table } from '../harness/result.js';
import { residentBytes, watch } from '../harness/usage.js';
import type { Stage } from './stage.js';

const MIB = 1024 ** 2;
const LOOK_MILLISECONDS = 50;
const ROWS_PER_SECOND = 5_000;

/** Tables to keep of as many rows as one holds, and what they cost the server in memory. */
export async function measureExports(stage: Stage): Promise<Table> {
  const { desk, options } = stage;
  const { rounds = 3 } = options;
  // As many as fit into one file.
  const share = Math.min(1, 90_000 / desk.numbers.length);
  const openedFrom = new Date(Date.now() - 730 * 24 * 3_600_000 * share).toISOString();
  const rows: Row[] = [];
  for (const format of ['csv', 'xlsx'] as const) {
    const taken: Awaited<ReturnType<typeof takeExport>>[] = [];
    for (let round = 0; round < rounds; round += 1) taken.push(await takeExport(stage, { format, openedFrom }));
    stage.say(`  ${format}: ${Math.round(median(taken.map(({ perSecond }) => perSecond)))} rows/s`);
    rows.push({
      name: format,
      value: median(taken.map(({ perSecond }) => perSecond)),
      rounds: taken.map(({ perSecond }) => perSecond),
      latencies: {},
      usage: taken[rounds >> 1]?.usage ?? {},
      facts: {
        'a file': `${Math.round(desk.numbers.length * share).toLocaleString('en')} rows, ${(median(taken.map(({ bytes }) => bytes)) / MIB).toFixed(0)} MiB`,
        'the server grew by': `${(median(taken.map(({ grown }) => grown)) / MIB).toFixed(0)} MiB at most`,
        'first byte': `${median(taken.map(({ first }) => first)).toFixed(0)} ms`,
      },
    });
  }
  return {
    title: 'Exports of the filter in force',
    unit: 'rows/s',
    rows,
    checks: rows.map(({ name, value }) => ({
      what: `${name}, rows`,
      value,
      unit: '/s',
      target: { atLeast: ROWS_PER_SECOND },
    })),
    notes: [],
  };
}

async function takeExport({ engine, product, desk }: Stage, query: { format: string; openedFrom: string }) {
  const before = residentBytes(product.pid);
  let peak = before;
  const looks = setInterval(() => {
    peak = Math.max(peak, residentBytes(product.pid));
  }, LOOK_MILLISECONDS);
  const stop = watch([{ name: 'server', pid: product.pid }, engine.process]);
  const began = performance.now();
  try {
    const answer = await fetch(`${product.url}/api/ticket-exports?${new URLSearchParams(query)}`, {
      headers: { cookie: desk.cookies.admin },
    });
    if (!answer.ok || !answer.body) throw new Error(`the export was refused: ${answer.status} ${await answer.text()}`);
    let bytes = 0;
    let first = Number.NaN;
    for await (const piece of answer.body) {
      if (bytes === 0) first = performance.now() - began;
      bytes += piece.length;
    }
    const rows = Math.min(90_000, desk.numbers.length);
    const perSecond = rows / ((performance.now() - began) / 1_000);
    return { perSecond, bytes, first, grown: peak - before, usage: stop() };
  } finally {
    clearInterval(looks);
  }
}
