import { randomUUID } from 'node:crypto';
import { DEFAULT_BOT_SETTINGS } from '../../src/contract/index.js';
import { BuiltInSearch } from '../../src/help-center/search/built-in.search.js';
import { demoDocuments } from '../../src/help-center/search/relevance.cases.js';
import { newId } from '../../src/platform/clock/index.js';
import { askAll } from '../bot-judged/asked.js';
import { HELD_OUT, TUNED } from '../bot-judged/index.js';
import { judge, type Quality } from '../bot-judged/quality.js';
import { withModel } from '../bot-judged/written.js';
import { connectWidget, type WidgetClient } from '../support/clients.js';
import { startEngine, withClient } from './harness/engine.js';
import { describeMachine } from './harness/machine.js';
import { percentiles } from './harness/numbers.js';
import type { Flag } from './harness/options.js';
import { startProduct } from './harness/product.js';
import type { Row, Table } from './harness/result.js';
import type { Bench } from './main.js';
import { manyArticles } from './search/shelves.js';
import { seedArticles } from './seed/articles.js';
import { seedVisitors } from './seed/chat.js';

const FLAGS: Flag[] = [
  { name: 'conversations', about: 'each with one question', default: 120, minimum: 10, maximum: 2_000 },
  { name: 'articles', about: 'each in both languages', default: 300, minimum: 100, maximum: 10_000 },
  { name: 'connections', about: 'that ask at once', default: 8, minimum: 1, maximum: 100 },
];

/** For the few questions that the bot rather hands over. */
const TEAM = `INSERT INTO teams (id, key, name) VALUES ($1, 'frontline', '{"zh-CN":"一线","en":"Front line"}')`;

export const bot: Bench = {
  about: 'the bot: how well it answers, with the local model server as well, how soon, and how many',
  flags: FLAGS,
  run: async ({ conversations = 120, articles = 300, connections = 8 }, say) => {
    const quality = await qualityTable();
    const database = await startEngine();
    const closing: (() => Promise<void>)[] = [database.stop];
    try {
      const contents = await manyArticles(articles);
      const { siteKey, customers } = await withClient(database.superuserUrl, async (client) => {
        await seedArticles(client, contents);
        await client.query(TEAM, [newId()]);
        return await seedVisitors(client, conversations);
      });
      const env = { TRUSTED_PROXIES: '127.0.0.1', NODE_ENV: 'production', PUBLIC_URL: 'http://127.0.0.1' };
      const product = await startProduct(database.productUrl, { env });
      closing.unshift(product.stop);
      const widgets: Talk[] = [];
      for (const [index, { sessionKey }] of customers.entries()) {
        const client = await connectWidget(product, { site: { key: siteKey }, session: sessionKey });
        const { conversation } = await client.call('conversation.start', { clientConversationId: randomUUID() });
        widgets.push({ client, conversationId: conversation.id, question: questionAt(index) });
      }
      say(`${widgets.length} conversations are open`);
      const alone = await play('one at a time', widgets.splice(0, Math.floor(conversations / 3)), 1, answered);
      const together = await play(`${connections} at once`, [...widgets], connections, answered);
      const searched = await play('search alone', [...widgets, ...widgets, ...widgets], connections, ({ question }) =>
        search(product.url, question),
      );
      const table: Table = {
        title: `Answers of the bot among ${articles} bilingual articles`,
        unit: 'answers/s',
        rows: [alone, together, searched],
        checks: [
          { what: 'bot ÷ search alone', value: together.value / searched.value, unit: '×', target: { atLeast: 0.1 } },
          {
            what: 'from the message to the answer, one at a time, p95',
            value: alone.latencies.answer?.p95 ?? Number.NaN,
            unit: 'ms',
            target: { atMost: 500 },
          },
        ],
        notes: [
          'From the message to the entry of the bot on the socket of the customer. Search is asked by HTTP, and answers no socket.',
        ],
      };
      return { tables: [table, quality], machine: await describeMachine(database.productUrl) };
    } finally {
      for (const close of closing) await close();
    }
  },
};

interface Talk {
  client: WidgetClient;
  conversationId: string;
  question: string;
}

const questionAt = (index: number): string => HELD_OUT.answerable[index % HELD_OUT.answerable.length]?.text ?? '';

async function answered({ client, conversationId, question }: Talk): Promise<void> {
  const heard = new Promise<void>((resolve) => {
    client.socket.on('entry.added', ({ entry }: { entry: { author: { kind: string } } }) => {
      if (entry.author.kind === 'bot') resolve();
    });
  });
  await client.say(conversationId, question);
  await heard;
  client.close();
}

async function search(url: string, question: string): Promise<void> {
  const query = new URLSearchParams({ q: question, locale: 'zh-CN', limit: '5' });
  await (await fetch(`${url}/api/help/search?${query}`)).text();
}

async function play(
  name: string,
  talks: Talk[],
  connections: number,
  ask: (talk: Talk) => Promise<void>,
): Promise<Row> {
  const latencies: number[] = [];
  const count = talks.length;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (let talk = talks.shift(); talk; talk = talks.shift()) {
        const asked = performance.now();
        await ask(talk);
        latencies.push(performance.now() - asked);
      }
    }),
  );
  const value = count / ((performance.now() - began) / 1_000);
  return { name, value, rounds: [value], latencies: { answer: percentiles(latencies) }, usage: {}, facts: {} };
}

async function qualityTable(): Promise<Table> {
  const builtIn = new BuiltInSearch();
  await builtIn.index(await demoDocuments());
  const { thresholds } = DEFAULT_BOT_SETTINGS;
  const [askedHeldOut, askedTuned] = [await askAll(HELD_OUT, builtIn), await askAll(TUNED, builtIn)];
  const heldOut = judge(HELD_OUT, askedHeldOut, thresholds);
  const tuned = judge(TUNED, askedTuned, thresholds);
  const written = judge(HELD_OUT, await withModel(askedHeldOut, thresholds), thresholds);
  const tunedWritten = judge(TUNED, await withModel(askedTuned, thresholds), thresholds);
  return {
    title: 'Judged set: answered right, of the answerable',
    unit: 'share',
    rows: [
      rowOf('held out', heldOut),
      rowOf('held out, with model', written),
      rowOf('tuned to', tuned),
      rowOf('tuned to, with model', tunedWritten),
    ],
    checks: [
      { what: 'unanswerable that got an answer', value: heldOut.unanswerable.sure, unit: '', target: { atMost: 0.03 } },
      { what: 'wants a person: recall', value: heldOut.person.recall, unit: '', target: { atLeast: 0.98 } },
      { what: 'wants a person: precision', value: heldOut.person.precision, unit: '', target: { atLeast: 0.97 } },
    ],
    notes: [
      'Checks are of the half that was held out. The model is the local test server, which extracts and cites; with it, right is',
      'what rests on a right article.',
    ],
  };
}

function rowOf(name: string, { answerable, unanswerable, written, person, mood, reliability }: Quality): Row {
  const words = (of: object) =>
    Object.entries(of)
      .map(([what, value]) => `${what} ${value}`)
      .join(', ');
  const facts = {
    answerable: words(answerable),
    unanswerable: words(unanswerable),
    ...(written.answerable > 0 && { 'in its words': words(written) }),
    person: words(person),
    mood: words(mood),
    'said and was': reliability.map(({ said, was, of }) => `${said} → ${was} (${of})`).join(', '),
  };
  return { name, value: answerable.right, rounds: [answerable.right], latencies: {}, usage: {}, facts };
}
