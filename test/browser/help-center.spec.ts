import { expect, test } from '@playwright/test';
import { FOR_EVERYBODY, flaws } from '../support/accessibility.js';

/** One page of each kind. */
const KINDS = [
  '',
  '/categories/earnings',
  '/categories/earnings/settlement',
  '/articles/payout-delay',
  '/articles/payout-delay?feedback=no',
  '/search?q=提现失败',
  '/search?q=，',
  '/contact',
  '/contact?q=货款没有到账',
  '/nowhere',
];
const LOCALES = ['zh-CN', 'en'];

// Each language on each kind of screen, and in each shade, once.
for (const [locale, width, height, colorScheme] of [
  ['zh-CN', 1440, 900, 'light'],
  ['zh-CN', 390, 844, 'dark'],
  ['en', 1440, 900, 'dark'],
  ['en', 390, 844, 'light'],
] as const) {
  test.describe(`the help centre in ${locale}, ${width} pixels wide, ${colorScheme}`, () => {
    // The policy of the pages lets no script in, the checker's neither.
    test.use({ viewport: { width, height }, colorScheme, bypassCSP: true });
    test('is usable by everybody and fits', async ({ page }) => {
      for (const kind of KINDS) {
        await page.goto(`/help/${locale}${kind}`);
        expect([kind, await flaws(page, { rules: FOR_EVERYBODY })]).toEqual([kind, []]);
        const tooWide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect([kind, tooWide <= 0]).toEqual([kind, true]);
      }
    });
  });
}

for (const locale of LOCALES)
  test(`no page in ${locale} reports a breach of its policy, nor an error`, async ({ page, request }) => {
    const complaints: string[] = [];
    await page.exposeFunction('complain', (complaint: string) => complaints.push(`${page.url()} ${complaint}`));
    await page.addInitScript(() =>
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        (window as unknown as { complain: (text: string) => void }).complain(`${violatedDirective} ${blockedURI}`),
      ),
    );
    page.on('pageerror', (error) => complaints.push(`${page.url()} ${error.message}`));
    page.on('response', (response) => {
      if (response.status() >= 400) complaints.push(`${page.url()} ${response.status()} ${response.url()}`);
    });
    const map = await (await request.get('/sitemap.xml')).text();
    const everywhere = [...map.matchAll(/<loc>[^<]*?(\/help[^<]*)<\/loc>/g)].map(([, path = '']) => path);
    const addresses = everywhere.filter((path) => path.startsWith(`/help/${locale}`));
    expect(addresses.length).toBeGreaterThan(75);
    for (const path of new Set([...addresses, ...KINDS.slice(0, -1).map((kind) => `/help/${locale}${kind}`)])) {
      await page.goto(path);
      // Players of videos are fetched from elsewhere, when one opens them.
      await expect(page.locator('details.video[open]')).toHaveCount(0);
    }
    expect(complaints).toEqual([]);
  });

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
