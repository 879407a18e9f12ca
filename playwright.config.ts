import { defineConfig } from '@playwright/test';
import { findTool } from './test/run/tools.mjs';

// Each worker has a desk of its own: whoever is online gets the next case.
const desks: { url: string; shop: string }[] = JSON.parse(process.env.PORCHLIGHT_DESKS ?? '[]');
const desk = desks[Number(process.env.TEST_PARALLEL_INDEX)];
if (desk) {
  process.env.PORCHLIGHT_URL = desk.url;
  process.env.DEMO_SHOP_URL = desk.shop;
}

export default defineConfig({
  testDir: 'test/browser',
  outputDir: 'test-results',
  globalSetup: './test/support/browser.setup.ts',
  workers: 2,
  // A file of long tests at the end would leave the other worker idle.
  fullyParallel: true,
  retries: 0,
  forbidOnly: process.env.CI === 'true',
  // A machine that has much to do makes a test late, not wrong.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    baseURL: process.env.PORCHLIGHT_URL,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // Pages that a test makes up count as public, and would not be let near a desk on this machine. Not by a feature switched off: of two
    // lists of those the browser takes the last, and Playwright's own would be lost.
    permissions: ['local-network-access'],
    actionTimeout: 20_000,
    // A click into a dialog that still grows lands beside its button.
    contextOptions: { reducedMotion: 'reduce' },
    // Every test pays for it, whether it fails or not.
    trace: process.env.CI === 'true' ? 'off' : 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: findTool('chromium'),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
});
