import { expect, test } from '@playwright/test';

const shop = process.env.DEMO_SHOP_URL ?? '';

/** Every link that `npm start` prints, and what a reader must find there. */
const PAGES = [
  ['the demo shop', shop, '商家'],
  ['the console', '/console', '登录'],
  ['the help centre', '/help', '帮助'],
  ['the status page', '/status', '工单'],
  ['the API docs', '/api/docs', 'Porchlight'],
] as const;

/** The console asks who is signed in, and nobody is. */
const EXPECTED = /401 .*\/api\/sessions\/current$/;

for (const [name, address, word] of PAGES) {
  test(`${name} opens without a complaint of the browser`, async ({ page }) => {
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      const line = `${message.text()} ${message.location().url}`;
      if (message.type() === 'error' && !EXPECTED.test(line)) complaints.push(line);
    });
    const response = await page.goto(address);
    expect(response?.status()).toBe(200);
    await expect(page.locator('body')).toContainText(word);
    await page.waitForLoadState('networkidle');
    expect(complaints).toEqual([]);
  });
}
