import { waitUntil } from '../../../src/cli/embedded/process-end.js';
import type { BulkActionView, Page, TicketListItemView } from '../../../src/contract/index.js';
import { newId } from '../../../src/platform/clock/index.js';
import type { Table } from '../harness/result.js';
import { cpuPerUnit, watch } from '../harness/usage.js';
import type { Stage } from './stage.js';

const CASES = 1_000;
const PAGE = 100;
const PATIENCE_MILLISECONDS = 300_000;
const CASES_PER_SECOND = 50;

/** The same answer to a thousand open cases: from the end of the time in which it can be undone to the last of them. */
export async function measureBulk({ engine, product, desk, say }: Stage): Promise<Table> {
  const headers = { cookie: desk.cookies.admin, 'content-type': 'application/json', origin: product.url };
  const get = async <Body>(path: string) => (await (await fetch(product.url + path, { headers })).json()) as Body;
  const filter = { status: 'open', openedFrom: await openedSince(get) };
  const answer = await fetch(`${product.url}/api/bulk-actions`, {
    method: 'POST',
    headers,
    body: JSON.stringify({
      requestId: newId(),
      deed: { kind: 'answer', body: '您好，系统已经恢复，请再试一次。' },
      scope: { by: 'filter', filter },
    }),
  });
  if (!answer.ok) throw new Error(`the answer to many was refused: ${answer.status} ${await answer.text()}`);
  let action = (await answer.json()) as BulkActionView;
  const look = async () => {
    action = await get<BulkActionView>(`/api/bulk-actions/${action.id}`);
  };
  await waitUntil(async () => {
    await look();
    return action.state !== 'held';
  }, PATIENCE_MILLISECONDS);
  const stop = watch([{ name: 'server', pid: product.pid }, engine.process]);
  await waitUntil(async () => {
    await look();
    return action.endedAt !== undefined;
  }, PATIENCE_MILLISECONDS);
  const usage = stop();
  if (action.counts.done < action.total) throw new Error(`not all were answered: ${JSON.stringify(action.counts)}`);
  const seconds = (Date.parse(action.endedAt ?? '') - Date.parse(action.heldUntil)) / 1_000;
  const value = action.total / seconds;
  say(`  ${action.total} cases are answered in ${seconds.toFixed(1)} s`);
  return {
    title: 'One answer to many cases, each its own transaction',
    unit: 'cases/s',
    rows: [
      {
        name: 'Porchlight',
        value,
        rounds: [value],
        latencies: {},
        usage,
        facts: {
          'from the end of the hold': `${seconds.toFixed(1)} s for ${action.total} cases`,
          'CPU per case': cpuPerUnit([{ usage, seconds, units: action.total }]),
        },
      },
    ],
    checks: [{ what: 'cases answered', value, unit: '/s', target: { atLeast: CASES_PER_SECOND } }],
    notes: ['With what follows from each: clocks, news to screens, letters.'],
  };
}

/** Since when so many were opened that are open. */
async function openedSince(get: <Body>(path: string) => Promise<Body>): Promise<string> {
  let cursor: string | undefined;
  let last = '';
  for (let seen = 0; seen < CASES; seen += PAGE) {
    const query = new URLSearchParams({
      status: 'open',
      sort: 'opened',
      limit: String(PAGE),
      ...(cursor && { cursor }),
    });
    const page = await get<Page<TicketListItemView>>(`/api/tickets/search?${query}`);
    last = page.items.at(-1)?.openedAt ?? last;
    cursor = page.nextCursor;
    if (!cursor) break;
  }
  return last;
}
