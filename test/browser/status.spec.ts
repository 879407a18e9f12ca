import { expect, test } from '@playwright/test';
import { FOR_EVERYBODY, flaws } from '../support/accessibility.js';

for (const [size, viewport] of [
  ['a desk', { width: 1280, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`the look-up page on ${size}, ${colorScheme}`, () => {
      // The policy of the page lets no script in, the checker's neither.
      test.use({ viewport, colorScheme, bypassCSP: true });

      test('is usable by everybody and fits, also when it refuses', async ({ page }) => {
        await page.goto('/status?locale=zh-CN');
        await page.getByLabel('工单号').fill('pl 000 0000');
        await page.getByLabel('查询码，或预留手机号后四位').fill('WRONG1');
        await page.keyboard.press('Enter');
        await expect(page.getByRole('alert')).toContainText('工单号或验证信息不正确');
        await expect(page.getByLabel('工单号')).toHaveValue('pl 000 0000');
        expect(await flaws(page, { rules: FOR_EVERYBODY })).toEqual([]);
        const tooWide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(tooWide).toBeLessThanOrEqual(0);
      });
    });
  }
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the look-up speaks the language of the page it was reached from', async ({ page }) => {
    await page.goto('/help/en');
    await page.getByRole('banner').getByRole('link', { name: 'Case status' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Case status');
    await page.getByLabel('Case number').fill('PL-000-0000');
    await page.getByLabel('Look-up code').fill('WRONG1');
    await page.getByRole('button', { name: 'See progress' }).click();
    await expect(page.getByRole('alert')).toContainText('Number or verification is wrong');
  });
});
