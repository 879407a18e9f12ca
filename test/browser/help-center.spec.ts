import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

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
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

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
      test.setTimeout(120_000);
      for (const kind of KINDS) {
        await page.goto(`/help/${locale}${kind}`);
        const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
        const found = violations.map(({ id, nodes }) => [id, ...nodes.map(({ target }) => target.join(' '))]);
        expect([kind, found]).toEqual([kind, []]);
        const tooWide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect([kind, tooWide <= 0]).toEqual([kind, true]);
      }
    });
  });
}

test('no page reports a breach of its policy, nor an error', async ({ page, request, baseURL }) => {
  test.setTimeout(240_000);
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
  const addresses = [...map.matchAll(/<loc>[^<]*?(\/help[^<]*)<\/loc>/g)].map(([, path = '']) => path);
  expect(addresses.length).toBeGreaterThan(150);
  const others = LOCALES.flatMap((locale) => KINDS.slice(0, -1).map((kind) => `/help/${locale}${kind}`));
  for (const path of [...addresses, ...others]) {
    await page.goto(`${baseURL}${path}`);
    // Players of videos are fetched from elsewhere, when one opens them.
    for (const video of await page.locator('details.video').all()) await expect(video).not.toHaveAttribute('open');
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
