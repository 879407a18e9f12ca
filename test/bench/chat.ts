import { breathe, type Engine, startEngine, withClient } from './harness/engine.js';
import { type HelperProcess, startHelper } from './harness/helper-process.js';
import { describeMachine } from './harness/machine.js';
import { median, medianOf, percentiles } from './harness/numbers.js';
import { type Flag } from './harness/options.js';
import { figure } from './harness/print.js';
import { PROFILE, startProduct } from './harness/product.js';
import type { Check, Row, Table } from './harness/result.js';
import { cpuPerUnit, type Usage, type Watched, watch } from './harness/usage.js';
import type { ChatCast, ChatReport, ChatRound } from './load/chat.js';
import type { Bench } from './main.js';
import { checkStored, type Lag, waitForConsumers } from './seed/aftermath.js';
import { seedChat } from './seed/chat.js';

const PRODUCT = 'Porchlight';
const INSERT = 'one INSERT per message';
const BATCH = 'batch0';
const LOADS = [
  { conversations: 50, inFlight: 50 },
  { conversations: 500, inFlight: 200 },
];
/** Of what the slower of both can do. */
const CALM = 0.5;

const FLAGS: Flag[] = [
  { name: 'conversations', about: 'how many, instead of 50 and 500', minimum: 1, maximum: 5_000 },
  { name: 'in-flight', about: 'messages under way at once, instead of 50 and 200', minimum: 1, maximum: 5_000 },
  {
    name: 'rate',
    about: 'messages a second of the paced rounds, instead of half the slower',
    minimum: 1,
    maximum: 100_000,
  },
  { name: 'rounds', about: 'of each program', default: 3, minimum: 1, maximum: 50 },
  { name: 'seconds', about: 'of each round', default: 3, minimum: 1, maximum: 60 },
  PROFILE,
];

interface Target {
  name: string;
  process: Watched;
}
interface Played {
  report: ChatReport;
  usage: Record<string, Usage>;
  lag?: Lag;
}

/** All that is running while chat is measured. */
interface Stage {
  engine: Engine;
  load: HelperProcess;
  targets: Target[];
}

export const chat: Bench = {
  about: 'message in → committed → ack and agent’s socket',
  flags: FLAGS,
  run: async (options, say) => {
    const engine = await startEngine();
    const closing: (() => Promise<void>)[] = [engine.stop];
    try {
      const tables: Table[] = [];
      const given = options.conversations ?? options['in-flight'];
      const loads = given
        ? [{ conversations: options.conversations ?? given, inFlight: options['in-flight'] ?? given }]
        : LOADS;
      const product = await startProduct(engine.productUrl, { profile: options.profile === 1 });
      closing.unshift(product.stop);
      const limits = await Promise.all(
        [INSERT, BATCH].map(async (name) => {
          const env = { DATABASE_URL: engine.bareUrl, STORE: name === BATCH ? 'batch0' : 'insert' };
          const helper = startHelper('limit/chat.js', { env });
          closing.unshift(helper.stop);
          return { name, helper, url: await helper.ask<string>('listen') };
        }),
      );
      for (const { conversations, inFlight } of loads) {
        const load = startHelper('load/chat.js');
        const cast = await withClient(engine.productUrl, (client) => seedChat(client, conversations));
        await load.ask('assemble', { target: PRODUCT, cast: productCast(product.url, cast) });
        for (const { name, url } of limits) await load.ask('assemble', { target: name, cast: bareCast(url, cast) });
        const targets = [
          { name: PRODUCT, process: { name: 'server', pid: product.pid } },
          ...limits.map(({ name, helper }) => ({ name, process: { name: 'server', pid: helper.pid } })),
        ];
        const title = `${conversations} conversations, ${inFlight} in flight`;
        tables.push(...(await measure({ engine, load, targets }, { title, inFlight, options, say })));
        await load.stop();
      }
      return { tables, machine: await describeMachine(engine.productUrl) };
    } finally {
      for (const close of closing) await close();
    }
  },
};

async function measure(
  stage: Stage,
  {
    title,
    inFlight,
    options,
    say,
  }: { title: string; inFlight: number } & { options: Record<string, number | undefined>; say: (line: string) => void },
): Promise<Table[]> {
  const { rounds = 3, seconds = 3 } = options;
  const play = async (names: string[], pace: Omit<ChatRound, 'target' | 'seconds'>) => {
    const played = new Map<string, Played[]>(names.map((name) => [name, []]));
    // The first round warms up: compilers, plans, pools.
    for (let round = 0; round <= rounds; round += 1)
      for (const target of stage.targets.filter(({ name }) => names.includes(name))) {
        const result = await playRound(stage, target, { target: target.name, seconds: round ? seconds : 1, ...pace });
        if (round === 0) continue;
        played.get(target.name)?.push(result);
        say(`  ${title}, round ${round}, ${target.name}: ${figure(throughput(result.report))}/s`);
      }
    return played;
  };
  const closed = await play([PRODUCT, INSERT, BATCH], { inFlight });
  const best = table(title, closed);
  const of = (name: string) => best.rows.find((row) => row.name === name)?.value ?? Number.NaN;
  best.checks.push(
    ratio(`Porchlight ÷ ${INSERT}`, of(PRODUCT) / of(INSERT), 1),
    ratio(`Porchlight ÷ ${BATCH}`, of(PRODUCT) / of(BATCH), 0.5),
  );
  const rate = options.rate ?? Math.floor(CALM * Math.min(of(PRODUCT), of(INSERT)));
  const paced = table(`${title}, paced at ${figure(rate)} messages/s`, await play([PRODUCT, INSERT], { rate }));
  const late = (name: string) =>
    paced.rows.find((row) => row.name === name)?.latencies['end to end']?.p99 ?? Number.NaN;
  paced.checks.push({
    what: `p99 ÷ that of ${INSERT}`,
    value: late(PRODUCT) / late(INSERT),
    unit: '×',
    target: { atMost: 2 },
  });
  best.notes.push(await checkStored(stage.engine));
  return [best, paced];
}

async function playRound({ engine, load, targets }: Stage, target: Target, round: ChatRound): Promise<Played> {
  await breathe();
  const stop = watch([target.process, engine.process, { name: 'load', pid: load.pid }]);
  const report = await load.ask<ChatReport>('play', round);
  const usage = stop();
  const isProduct = target.name === targets[0]?.name;
  return { report, usage, ...(isProduct && { lag: await waitForConsumers(engine) }) };
}

const throughput = ({ acknowledged, seconds }: ChatReport) => acknowledged / seconds;
const ratio = (what: string, value: number, atLeast: number): Check => ({
  what,
  value,
  unit: '×',
  target: { atLeast },
});

function table(title: string, played: Map<string, Played[]>): Table {
  const rows = [...played].map(([name, rounds]): Row => {
    const reports = rounds.map(({ report }) => report);
    const lost = reports.filter(({ sent, acknowledged, heard }) => sent !== acknowledged || sent !== heard);
    const middle = rounds[rounds.length >> 1] as Played;
    return {
      name,
      value: median(reports.map(throughput)),
      rounds: reports.map(throughput),
      latencies: {
        'end to end': medianOf(reports.map(({ endToEnd }) => percentiles(endToEnd))),
        ack: medianOf(reports.map(({ ack }) => percentiles(ack))),
      },
      usage: middle.usage,
      facts: {
        'CPU per message': cpuPerUnit(
          rounds.map(({ report, usage }) => ({ usage, seconds: report.seconds, units: report.acknowledged })),
        ),
        ...(middle.lag && { 'consumer lag': lagWords(rounds.flatMap(({ lag }) => lag ?? [])) }),
        ...(lost.length > 0 && {
          'not all arrived': JSON.stringify(
            lost.map(({ sent, acknowledged, heard, refused }) => ({ sent, acknowledged, heard, refused })),
          ),
        }),
      },
    };
  });
  return { title, unit: 'messages/s', rows, checks: [], notes: [] };
}

function lagWords(lags: Lag[]): string {
  const events = median(lags.map((lag) => lag.events));
  const oldest = median(lags.map((lag) => lag.oldestSeconds));
  const left = Math.max(...lags.map((lag) => lag.dropped));
  return `${figure(events)} events wait at the end, the oldest for ${figure(oldest)} s; carried after ${figure(median(lags.map((lag) => lag.seconds)))} s${left ? `, ${left} given up` : ''}`;
}

function productCast(url: string, seeded: Awaited<ReturnType<typeof seedChat>>): ChatCast {
  return {
    agents: seeded.agents.map((cookie) => ({ url, namespace: '/agent', headers: { cookie } })),
    customers: seeded.customers.map(({ sessionKey, conversationId }) => ({
      conversationId,
      handshake: { url, namespace: '/widget', auth: { site: seeded.siteKey, session: sessionKey, locale: 'zh-CN' } },
    })),
  };
}

/** As many sockets, each in as many rooms. */
function bareCast(url: string, { agents, customers }: Awaited<ReturnType<typeof seedChat>>): ChatCast {
  const conversationsOf = (agent: number) =>
    customers.filter((_, index) => index % agents.length === agent).map(({ conversationId }) => conversationId);
  return {
    agents: agents.map((_, agent) => ({ url, namespace: '/agent', auth: { conversationIds: conversationsOf(agent) } })),
    customers: customers.map(({ conversationId }) => ({ conversationId, handshake: { url, namespace: '/widget' } })),
  };
}
