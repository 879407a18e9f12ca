import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

const PAGES = [
  '/help/zh-CN',
  '/help/en/categories/earnings',
  '/help/zh-CN/articles/payout-delay',
  '/help/en/articles/payout-delay?feedback=no',
  '/help/zh-CN/search?q=提现失败',
  '/help/en/search?q=zzzz',
  '/help/zh-CN/nowhere',
];
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

for (const [size, viewport] of [
  ['a desk', { width: 1280, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`the help centre on ${size}, ${colorScheme}`, () => {
      // The policy of the pages lets no script in, the checker's neither.
      test.use({ viewport, colorScheme, bypassCSP: true });
      for (const path of PAGES) {
        test(`${path} is usable by everybody and fits`, async ({ page }) => {
          await page.goto(path);
          const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
          expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ target }) => target.join(' '))])).toEqual([]);
          const tooWide = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(tooWide).toBeLessThanOrEqual(0);
        });
      }
    });
  }
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a merchant finds the answer, says that it did not help, and why', async ({ page }) => {
    await page.goto('/');
    await expect(page).toHaveURL(/\/help\/zh-CN$/);
    await page.getByRole('searchbox').fill('昨天有一笔订单货款没有到账');
    await page.getByRole('searchbox').press('Enter');
    await page.getByRole('main').getByRole('link', { name: '订单货款没有到账怎么办' }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('订单货款没有到账怎么办');
    await page.getByRole('button', { name: '没有解决' }).click();
    await page.getByLabel('哪里没说清楚').fill('没说周末怎么算');
    await page.getByRole('button', { name: '提交' }).click();
    await expect(page.getByText('收到了，谢谢您告诉我们。')).toBeVisible();
  });

  test('the language switch stays on the article', async ({ page }) => {
    await page.goto('/help/zh-CN/articles/payout-delay');
    await page.getByRole('link', { name: 'English' }).click();
    await expect(page).toHaveURL(/\/help\/en\/articles\/payout-delay$/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('My order payout has not arrived');
  });

  test('the keyboard reaches the content first', async ({ page }) => {
    await page.goto('/help/en');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
  });
});
