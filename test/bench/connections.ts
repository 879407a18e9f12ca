import { setTimeout as rest } from 'node:timers/promises';
import { breathe, startEngine, withClient } from './harness/engine.js';
import { startHelper } from './harness/helper-process.js';
import { describeMachine } from './harness/machine.js';
import { median, medianOf, percentiles } from './harness/numbers.js';
import type { Flag } from './harness/options.js';
import { figure } from './harness/print.js';
import { PROFILE, startProduct } from './harness/product.js';
import type { Row, Table } from './harness/result.js';
import { residentBytes } from './harness/usage.js';
import type { Opened } from './load/connections.js';
import type { Handshake } from './load/raw-socket.js';
import type { Bench } from './main.js';
import { seedVisitors } from './seed/chat.js';

const FLAGS: Flag[] = [
  { name: 'sockets', about: 'that lie idle', default: 5_000, minimum: 100, maximum: 20_000 },
  { name: 'storm', about: 'that come back at once', default: 2_000, minimum: 10, maximum: 20_000 },
  { name: 'rounds', about: 'of each program', default: 2, minimum: 1, maximum: 20 },
  PROFILE,
];
/** How many knock at the same time while the idle ones are made. */
const AT_ONCE = 100;
const KIB = 1024;

interface Target {
  name: string;
  pid: number;
  handshakes: Handshake[];
  /** Frees what nobody holds any more. */
  collect(): Promise<unknown>;
}
interface Played {
  /** Bytes of memory a socket. */
  bytes: number;
  idle: Opened;
  storm: Opened;
}

export const connections: Bench = {
  about: 'idle widgets, and all of them coming back at once',
  flags: FLAGS,
  run: async (options, say) => {
    const { sockets = 5_000, storm = 2_000, rounds = 2 } = options;
    const engine = await startEngine();
    const closing: (() => Promise<void>)[] = [engine.stop];
    try {
      const seeded = await withClient(engine.productUrl, (client) => seedVisitors(client, Math.max(sockets, storm)));
      const gc = new URL('./harness/collect.js', import.meta.url).pathname;
      const product = await startProduct(engine.productUrl, {
        profile: options.profile === 1,
        flags: ['--expose-gc', '--import', gc],
      });
      closing.unshift(product.stop);
      const bare = startHelper('limit/connections.js', { flags: ['--expose-gc'] });
      closing.unshift(bare.stop);
      const url = await bare.ask<string>('listen');
      const targets: Target[] = [
        {
          name: 'Porchlight',
          pid: product.pid,
          handshakes: seeded.customers.map(({ sessionKey }) => ({
            url: product.url,
            namespace: '/widget',
            auth: { site: seeded.siteKey, session: sessionKey, locale: 'zh-CN' },
          })),
          collect: async () => process.kill(product.pid, 'SIGUSR2'),
        },
        {
          name: 'Socket.IO',
          pid: bare.pid,
          handshakes: seeded.customers.map(() => ({ url, namespace: '/widget' })),
          collect: () => bare.ask('collect'),
        },
      ];
      const played = new Map<string, Played[]>(targets.map(({ name }) => [name, []]));
      for (let round = 0; round <= rounds; round += 1)
        for (const target of targets) {
          const result = await play(target, round ? sockets : Math.min(sockets, 500), round ? storm : 100);
          if (round === 0) continue;
          played.get(target.name)?.push(result);
          say(
            `  round ${round}, ${target.name}: ${figure(result.bytes / KIB)} KiB a socket, ${figure(result.storm.seconds)} s`,
          );
        }
      return { tables: tablesOf(played, sockets, storm), machine: await describeMachine(engine.productUrl) };
    } finally {
      for (const close of closing) await close();
    }
  },
};

async function play({ pid, handshakes, collect }: Target, sockets: number, storm: number): Promise<Played> {
  const load = startHelper('load/connections.js');
  try {
    const settled = async () => {
      await collect();
      await rest(500);
      return residentBytes(pid);
    };
    const before = await settled();
    const idle = await load.ask<Opened>('open', { handshakes: handshakes.slice(0, sockets), atOnce: AT_ONCE });
    const bytes = ((await settled()) - before) / Math.max(1, idle.open);
    await load.ask('cut');
    await breathe();
    const back = await load.ask<Opened>('open', { handshakes: handshakes.slice(0, storm), atOnce: storm });
    await load.ask('cut');
    return { bytes, idle, storm: back };
  } finally {
    await load.stop();
  }
}

function tablesOf(played: Map<string, Played[]>, sockets: number, storm: number): Table[] {
  const table = (
    title: string,
    unit: string,
    lessIsBetter: boolean,
    of: (one: Played) => { value: number; opened: Opened },
  ): Table => ({
    title,
    unit,
    lessIsBetter,
    rows: [...played].map(([name, all]): Row => {
      const refused = all.reduce((sum, one) => sum + of(one).opened.refused, 0);
      return {
        name,
        value: median(all.map((one) => of(one).value)),
        rounds: all.map((one) => of(one).value),
        latencies: { 'until answered': medianOf(all.map((one) => percentiles(of(one).opened.latencies))) },
        usage: {},
        facts: refused > 0 ? { refused: String(refused) } : {},
      };
    }),
    checks: [],
    notes: [],
  });
  const memory = table(`${figure(sockets)} idle sockets`, 'KiB each', true, ({ bytes, idle }) => ({
    value: bytes / KIB,
    opened: idle,
  }));
  const rate = table('connecting, 100 at a time', 'connects/s', false, ({ idle }) => ({
    value: idle.open / idle.seconds,
    opened: idle,
  }));
  const wave = table(`${figure(storm)} coming back at once`, 's until all are served', true, ({ storm: back }) => ({
    value: back.seconds,
    opened: back,
  }));
  const first = (of: Table) => of.rows[0]?.value ?? Number.NaN;
  memory.checks.push({
    what: 'Porchlight ÷ Socket.IO',
    value: first(memory) / (memory.rows[1]?.value ?? Number.NaN),
    unit: '×',
    target: { atMost: 1.5 },
  });
  wave.checks.push({ what: 'all served', value: first(wave), unit: 's', target: { atMost: 5 } });
  return [memory, rate, wave];
}
