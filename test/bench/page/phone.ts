import { type Browser, chromium, type Page } from '@playwright/test';
import { waitUntil } from '../../../src/cli/embedded/process-end.js';

/** A cheap phone on a bad line: what Lighthouse calls "slow 4G", and a quarter of this machine's speed. */
export const PHONE = { cpuSlowdown: 4, roundTripMilliseconds: 150, downBytes: 1_600_000 / 8, upBytes: 750_000 / 8 };

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-features=LocalNetworkAccessChecks',
];

const PATIENCE_MILLISECONDS = 60_000;

/** Where Chromium is, `run.mjs` has found out. @throws when there is none */
export async function startBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH;
  if (!executablePath) throw new Error('chromium is missing → apt-get install chromium fonts-noto-cjk');
  return await chromium.launch({ executablePath, args: FLAGS });
}

/** A page with an empty cache, on the phone. @param selectors to look out for */
export async function openPhone(browser: Browser, selectors: string[]): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN', isMobile: true });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: PHONE.roundTripMilliseconds,
    downloadThroughput: PHONE.downBytes,
    uploadThroughput: PHONE.upBytes,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: PHONE.cpuSlowdown });
  await page.addInitScript(observe, selectors);
  return page;
}

interface Observed {
  /** By selector, milliseconds since 1970. */
  firstSeen: Record<string, number>;
  shift: number;
}

/** Runs in every frame before all else, and looks once a frame of the screen. */
function observe(wanted: string[]): void {
  const observed: Observed = { firstSeen: {}, shift: 0 };
  Object.assign(window, { observed });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) observed.shift += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
  const look = () => {
    for (const selector of wanted)
      if (!observed.firstSeen[selector] && document.querySelector(selector))
        observed.firstSeen[selector] = performance.timeOrigin + performance.now();
    if (wanted.some((selector) => !observed.firstSeen[selector])) requestAnimationFrame(look);
  };
  look();
}

/**
 * Waits until the selectors have shown themselves in any frame of the page.
 * @param began milliseconds since 1970
 * @returns milliseconds from then on, and the cumulative layout shift of all frames
 */
export async function see(page: Page, selectors: string[], began: number): Promise<{ times: number[]; shift: number }> {
  const look = async () => {
    const read = () => (window as unknown as { observed?: Observed }).observed;
    const all = await Promise.all(page.frames().map((frame) => frame.evaluate(read).catch(() => undefined)));
    return all.filter((one) => one !== undefined);
  };
  let observed = await look();
  const seen = () => selectors.map((selector) => observed.map((one) => one.firstSeen[selector]).find(Boolean));
  const inTime = await waitUntil(async () => {
    observed = await look();
    return seen().every(Boolean);
  }, PATIENCE_MILLISECONDS);
  if (!inTime) throw new Error(`the page never showed ${selectors.filter((_, index) => !seen()[index])}`);
  return {
    times: seen().map((at) => (at as number) - began),
    shift: observed.reduce((sum, { shift }) => sum + shift, 0),
  };
}

/** The page's own clock. */
export const now = (page: Page): Promise<number> => page.evaluate(() => performance.timeOrigin + performance.now());
