import type { Check, Table } from '../harness/result.js';
import { SOUGHT } from '../seed/phrases.js';
import { type Asked, play, type Stage } from './stage.js';

const PAGE = 50;
const FAR = 100;
const HOUR = 3_600_000;
/** What people wait for without noticing that they wait. */
const LIST_MILLISECONDS = 100;
const SEARCH_MILLISECONDS = 200;

const ROLES = ['admin', 'supervisor', 'agent'] as const;
const addressOf = (question: Record<string, string>) =>
  `/api/tickets/search?${new URLSearchParams({ ...question, limit: String(PAGE) })}`;

/** As the console's filters and headings ask. */
function questionsOf({ desk }: Stage): Record<string, string>[] {
  const days = (count: number) => new Date(Date.now() - count * 24 * HOUR).toISOString();
  return [
    {},
    { sort: 'opened', direction: 'asc' },
    { sort: 'due', direction: 'asc' },
    { sort: 'priority', direction: 'asc' },
    { status: 'open,pending' },
    { status: 'open', sort: 'due', direction: 'asc' },
    { team: desk.teams[0] ?? '' },
    { team: desk.teams[0] ?? '', status: 'open', sort: 'priority', direction: 'asc' },
    { assignee: desk.people[5] ?? '' },
    { category: 'earnings', nature: 'fault' },
    { priority: 'P0', sort: 'opened' },
    { tier: 'premium', rating: '1,2' },
    { tag: '大促' },
    { openedFrom: days(30), sort: 'opened' },
    { updatedFrom: days(400), updatedTo: days(370), status: 'closed' },
    { sla: 'running', sort: 'due', direction: 'asc' },
  ];
}

/** First pages, and the hundredth, of the table that staff works with. */
export async function measureLists(stage: Stage): Promise<Table> {
  const questions = questionsOf(stage);
  const asked: Asked[] = [];
  for (const role of ROLES) {
    const cookie = stage.desk.cookies[role];
    asked.push({
      name: `${role}, first page`,
      cookie,
      wishes: questions.map((question) => ({ path: addressOf(question) })),
      contains: '"items"',
    });
    if (role === 'agent') continue;
    const far = await Promise.all(questions.map((question) => farPage(stage, cookie, question)));
    const wishes = far.flatMap((path) => (path ? [{ path }] : []));
    if (wishes.length > 0) asked.push({ name: `${role}, page ${FAR}`, cookie, wishes, contains: '"items"' });
  }
  const counts = questions.map((question) => ({
    path: `/api/tickets/search/count?${new URLSearchParams(withoutOrder(question))}`,
  }));
  asked.push({ name: 'admin, count', cookie: stage.desk.cookies.admin, wishes: counts, contains: '"count"' });
  const rows = await play(stage, asked);
  return {
    title: `Lists of ${PAGE} among ${stage.desk.numbers.length.toLocaleString('en')} tickets, ${questions.length} filters and orders`,
    unit: 'pages/s',
    rows,
    checks: rows.map((row) => slowest(row.name, row.latencies.answer?.p95, LIST_MILLISECONDS)),
    notes: [`Page ${FAR} of those questions that have so many.`],
  };
}

const withoutOrder = ({ sort, direction, ...filter }: Record<string, string>) => filter;

const slowest = (name: string, p95: number | undefined, atMost: number): Check => ({
  what: `${name}, p95`,
  value: p95 ?? Number.NaN,
  unit: 'ms',
  target: { atMost },
});

/** Where one is after turning so many pages; undefined when there are fewer. */
async function farPage(
  { product }: Stage,
  cookie: string,
  question: Record<string, string>,
): Promise<string | undefined> {
  let path = addressOf(question);
  for (let page = 1; page < FAR; page += 1) {
    const answer = await fetch(product.url + path, { headers: { cookie } });
    const { nextCursor } = (await answer.json()) as { nextCursor?: string };
    if (!nextCursor) return undefined;
    path = addressOf({ ...question, cursor: nextCursor });
  }
  return path;
}

/** Words of two characters, from everywhere to hardly anywhere, in what was said and in the fields. */
export async function measureSearches(stage: Stage): Promise<Table> {
  const asked = ROLES.map(
    (role): Asked => ({
      name: `${role}, a word`,
      cookie: stage.desk.cookies[role],
      wishes: SOUGHT.map((q) => ({ path: addressOf({ q }) })),
      contains: '"items"',
    }),
  );
  const { admin } = stage.desk.cookies;
  asked.push({
    name: 'admin, two words',
    cookie: admin,
    wishes: SOUGHT.map((word, at) => ({ path: addressOf({ q: `${word} ${SOUGHT[(at + 7) % SOUGHT.length]}` }) })),
    contains: '"items"',
  });
  asked.push({
    name: 'admin, a word among the open',
    cookie: admin,
    wishes: SOUGHT.map((q) => ({ path: addressOf({ q, status: 'open', sort: 'due', direction: 'asc' }) })),
    contains: '"items"',
  });
  asked.push({
    name: 'admin, count of a word',
    cookie: admin,
    wishes: SOUGHT.map((q) => ({ path: `/api/tickets/search/count?${new URLSearchParams({ q })}` })),
    contains: '"count"',
  });
  const rows = await play(stage, asked);
  return {
    title: `Searches in what was said: ${(stage.desk.numbers.length * 5).toLocaleString('en')} entries, ${SOUGHT.length} words of two characters`,
    unit: 'pages/s',
    rows,
    checks: rows.map((row) => slowest(row.name, row.latencies.answer?.p95, SEARCH_MILLISECONDS)),
    notes: ['With the passages that matched.'],
  };
}
