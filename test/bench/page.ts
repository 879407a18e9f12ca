import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from '@playwright/test';
import { build } from 'vite';
import { startEngine, withClient } from './harness/engine.js';
import { startHelper } from './harness/helper-process.js';
import { describeMachine } from './harness/machine.js';
import { median, percentiles } from './harness/numbers.js';
import type { Flag } from './harness/options.js';
import { figure } from './harness/print.js';
import { startProduct } from './harness/product.js';
import type { Row, Table } from './harness/result.js';
import type { Bench } from './main.js';
import { type Host, startHost } from './page/host.js';
import { now, openPhone, PHONE, see, startBrowser } from './page/phone.js';
import { measureStart, type Started } from './page/start.js';
import { seedVisitors } from './seed/chat.js';

const FLAGS: Flag[] = [
  { name: 'rounds', about: 'of each page', default: 5, minimum: 1, maximum: 50 },
  { name: 'start', about: '0 leaves out how long npm start takes', default: 1, minimum: 0, maximum: 1 },
];
const BARE_FOLDER = '.data/bench/bare-page';
const WIDGET = { usable: 'button.pill', complete: 'button.topic' };
const BARE = { usable: 'button.usable', complete: 'button.complete' };
const KIB = 1024;
const MIB = KIB * KIB;

interface Visit {
  usable: number;
  complete: number;
  shift: number;
}

export const page: Bench = {
  about: 'the widget on a slow phone, and npm start',
  flags: FLAGS,
  run: async ({ rounds = 5, start = 1 }, say) => {
    await build({
      configFile: false,
      logLevel: 'error',
      root: 'test/bench/limit/page',
      publicDir: false,
      build: { outDir: join(process.cwd(), BARE_FOLDER), emptyOutDir: true, target: 'es2022' },
    });
    const engine = await startEngine();
    const closing: (() => Promise<void>)[] = [engine.stop];
    try {
      const host = await startHost(BARE_FOLDER);
      closing.unshift(host.close);
      const site = await withClient(engine.productUrl, (client) => seedVisitors(client, 1, [host.url]));
      const product = await startProduct(engine.productUrl);
      const bare = startHelper('limit/connections.js');
      const browser = await startBrowser();
      closing.unshift(product.stop, bare.stop, () => browser.close());
      const bareDesk = await bare.ask<string>('listen');
      host.page = widgetPage(product.url, site.siteKey);
      const visits = { widget: [] as Visit[], bare: [] as Visit[] };
      for (let round = 0; round <= rounds; round += 1) {
        const widget = await visitWidget(browser, host);
        const plain = await visitBare(browser, `${host.url}/index.html?desk=${encodeURIComponent(bareDesk)}`);
        if (round === 0) continue;
        visits.widget.push(widget);
        visits.bare.push(plain);
        say(
          `  round ${round}: the widget is usable after ${figure(widget.usable)} ms, the bare page after ${figure(plain.usable)} ms`,
        );
      }
      const tables = [bytesTable(), timesTable(visits.widget, visits.bare)];
      if (start === 1) tables.push(startTable(await measureStart(say)));
      return { tables, machine: await describeMachine(engine.productUrl) };
    } finally {
      for (const close of closing) await close();
    }
  },
};

const widgetPage = (desk: string, site: string) => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><h1>店铺</h1><script>
window.porchlight = window.porchlight || function () { (porchlight.q = porchlight.q || []).push(arguments); };
porchlight('init', { site: '${site}' });
</script><script async src="${desk}/widget/loader.js"></script></body></html>`;

/** From the press on the launcher, which is all that a host page carries until then. */
async function visitWidget(browser: Browser, host: Host): Promise<Visit> {
  const phone = await openPhone(browser, Object.values(WIDGET));
  try {
    await phone.goto(host.url);
    const launcher = phone.locator('#porchlight button.l');
    await launcher.waitFor();
    const began = await now(phone);
    await launcher.click();
    const { times, shift } = await see(phone, [WIDGET.usable, WIDGET.complete], began);
    return { usable: times[0] as number, complete: times[1] as number, shift };
  } finally {
    await phone.context().close();
  }
}

/** From the first byte that was asked for. */
async function visitBare(browser: Browser, url: string): Promise<Visit> {
  const phone = await openPhone(browser, Object.values(BARE));
  try {
    await phone.goto(url, { waitUntil: 'commit' });
    const began = await phone.evaluate(() => performance.timeOrigin);
    const { times, shift } = await see(phone, [BARE.usable, BARE.complete], began);
    return { usable: times[0] as number, complete: times[1] as number, shift };
  } finally {
    await phone.context().close();
  }
}

const row = (name: string, value: number, more: Partial<Row> = {}): Row => ({
  name,
  value,
  rounds: [value],
  latencies: {},
  usage: {},
  facts: {},
  ...more,
});

function gzipKib(folder: string, wanted: RegExp): number {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => wanted.test(file));
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length, 0) / KIB;
}

function bytesTable(): Table {
  const loader = gzipKib('dist/browser/widget', /^loader\.js$/);
  // What is fetched later, of a case or to read, stands for itself in `check-sizes.mjs`.
  const panel = gzipKib('dist/browser/widget', /^assets\/frame-.*\.(js|css)$/);
  return {
    title: 'what a customer’s phone has to fetch',
    unit: 'KiB gzip',
    lessIsBetter: true,
    rows: [
      row('loader', loader),
      row('panel', panel),
      row('bare: Preact and the socket client', gzipKib(BARE_FOLDER, /\.js$/)),
    ],
    checks: [
      { what: 'loader', value: loader, unit: 'KiB', target: { atMost: 3 } },
      { what: 'panel', value: panel, unit: 'KiB', target: { atMost: 35 } },
    ],
    notes: [],
  };
}

function timesTable(widget: Visit[], bare: Visit[]): Table {
  const rowOf = (name: string, visits: Visit[]) =>
    row(name, median(visits.map(({ usable }) => usable)), {
      rounds: visits.map(({ usable }) => usable),
      latencies: { 'all has come': percentiles(visits.map(({ complete }) => complete)) },
      facts: { 'layout shift': Math.max(...visits.map(({ shift }) => shift)).toFixed(4) },
    });
  const [product, limit] = [rowOf('widget, from the press on', widget), rowOf('bare page, from the first', bare)];
  return {
    title: `until it can be used: ${PHONE.cpuSlowdown} × slower CPU, ${PHONE.roundTripMilliseconds} ms round trip, ${(PHONE.downBytes * 8) / 1e6} Mbit/s`,
    unit: 'ms',
    lessIsBetter: true,
    rows: [product, limit],
    checks: [
      { what: 'interactive', value: product.value, unit: 'ms', target: { atMost: 1_000 } },
      { what: 'layout shift', value: Math.max(...widget.map(({ shift }) => shift)), unit: '', target: { atMost: 0 } },
    ],
    notes: [],
  };
}

function startTable({ seconds, idleBytes }: Started): Table {
  return {
    title: 'npm start, the second time',
    unit: 's to the first answer',
    lessIsBetter: true,
    rows: [row('Porchlight', seconds, { facts: { 'idle memory of the server': `${figure(idleBytes / MIB)} MiB` } })],
    checks: [
      { what: 'start', value: seconds, unit: 's', target: { atMost: 10 } },
      { what: 'idle memory', value: idleBytes / MIB, unit: 'MiB', target: { atMost: 200 } },
    ],
    notes: [],
  };
}
