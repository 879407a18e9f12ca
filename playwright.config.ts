import { defineConfig } from '@playwright/test';
import { findTool } from './test/run/tools.mjs';

export default defineConfig({
  testDir: 'test/browser',
  outputDir: 'test-results',
  globalSetup: './test/support/browser.setup.ts',
  // The tests share one desk and its agents: whoever is online gets the next case.
  workers: 1,
  retries: 0,
  forbidOnly: process.env.CI === 'true',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    baseURL: process.env.PORCHLIGHT_URL,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    actionTimeout: 10_000,
    // A click into a dialog that still grows lands beside its button.
    contextOptions: { reducedMotion: 'reduce' },
    trace: 'retain-on-failure',
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
        // Pages that a test makes up count as public, and would not be let near a desk on this machine.
        '--disable-features=LocalNetworkAccessChecks',
      ],
    },
  },
});
