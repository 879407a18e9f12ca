import { expect, type FrameLocator, type Page, test } from '@playwright/test';
import { FOR_EVERYBODY, flaws } from '../support/accessibility.js';
import { withdrawCases } from '../support/console-page.js';

const QUESTION = '提现失败了怎么办';

async function openWidget(page: Page): Promise<FrameLocator> {
  await page.goto(process.env.DEMO_SHOP_URL as string);
  await page.getByRole('button', { name: /打开在线客服/ }).click();
  return page.frameLocator('iframe');
}

const search = (widget: FrameLocator) => widget.getByRole('searchbox', { name: '搜索帮助中心' });
const article = (widget: FrameLocator) => widget.getByRole('heading', { level: 1, name: '提现失败怎么办' });

for (const [size, viewport] of [
  ['a desk', { width: 1280, height: 800 }],
  ['a phone', { width: 390, height: 844 }],
  ['a small phone', { width: 320, height: 568 }],
] as const) {
  test.describe(`the help centre inside the widget, on ${size}`, () => {
    test.use({ viewport });

    test('leads from a search to an article and on to a person, who is told of both', async ({ page }) => {
      const widget = await openWidget(page);
      await search(widget).fill(QUESTION);
      await expect(widget.locator('mark').first()).toBeVisible();
      await search(widget).press('ArrowDown');
      const first = widget.getByRole('link', { name: /提现失败怎么办/ }).first();
      await expect(first).toBeFocused();
      await first.press('Enter');
      await expect(article(widget)).toBeFocused();
      const wide = () => widget.locator('.article').evaluate((box) => box.scrollWidth - box.clientWidth);
      expect(await wide()).toBeLessThanOrEqual(0);

      await widget.getByRole('button', { name: '没有帮助' }).click();
      await widget.getByLabel(/缺了什么/).fill('没有写境外卡');
      await widget.getByRole('button', { name: '提交' }).click();
      await expect(widget.getByText('谢谢，我们会据此改进。')).toBeVisible();

      await widget.locator('.reader').getByRole('button', { name: '联系客服' }).click();
      const draft = widget.getByRole('textbox', { name: '输入消息' });
      await expect(draft).toHaveValue(`${QUESTION}\n（看过《提现失败怎么办》，还没解决）`);
      if (size !== 'a desk') return;
      await widget.getByRole('button', { name: '发送' }).click();
      const card = widget.getByRole('region', { name: /^工单号/ });
      await expect(card).toBeVisible();
      const number = /PL-[0-9A-Z]{3}-[0-9A-Z]{4}/.exec(await card.innerText())?.[0] ?? '';
      await expect(widget.locator('.entry.own .bubble')).toContainText(QUESTION);
      await widget.getByRole('button', { name: '返回' }).click();
      await expect(widget.getByRole('heading', { name: '继续我的咨询' })).toBeVisible();
      await expect(widget.locator('.current').getByRole('button')).toContainText('排队中');
      await withdrawCases(number);
    });

    test('goes back to where one was: the words of the search, the place on the page, the article before', async ({
      page,
    }) => {
      const widget = await openWidget(page);
      await search(widget).fill(QUESTION);
      await expect(widget.locator('mark').first()).toBeVisible();
      await widget
        .getByRole('link', { name: /提现失败怎么办/ })
        .first()
        .click();
      await expect(article(widget)).toBeVisible();
      await widget.locator('.article').evaluate((box) => box.scrollTo(0, 200));
      const related = widget.getByRole('heading', { name: '相关文章' }).locator('..').getByRole('link').first();
      await related.click();
      await expect(article(widget)).toBeHidden();
      await widget.getByRole('button', { name: '返回' }).click();
      await expect(article(widget)).toBeVisible();
      await expect(async () => {
        expect(await widget.locator('.article').evaluate((box) => box.scrollTop)).toBeGreaterThan(100);
      }).toPass();
      await page.keyboard.press('Escape');
      await expect(search(widget)).toHaveValue(QUESTION);
      await expect(widget.getByRole('link', { name: /提现失败怎么办/ }).first()).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(search(widget)).toHaveValue('');
      await expect(search(widget)).toBeFocused();
    });
  });
}

test('an input method that composes asks for nothing before it is done', async ({ page }) => {
  const widget = await openWidget(page);
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname === '/widget/article-search') asked.push(searchParams.get('q') ?? '');
  });
  await search(widget).focus();
  const devices = await page.context().newCDPSession(page);
  for (const half of ['t', 'ti', 'ti x', 'ti xian'])
    await devices.send('Input.imeSetComposition', {
      text: half,
      selectionStart: half.length,
      selectionEnd: half.length,
    });
  await expect(search(widget)).toHaveValue('ti xian');
  await devices.send('Input.insertText', { text: '提现' });
  await expect(widget.locator('mark').first()).toBeVisible();
  expect(asked).toEqual(['提现']);
});

test('a page that is loaded anew goes on with the article; a line that is down says so and tries again', async ({
  page,
}) => {
  const widget = await openWidget(page);
  await search(widget).fill(QUESTION);
  await widget
    .locator('.found')
    .getByRole('link', { name: /提现失败怎么办/ })
    .first()
    .click();
  await expect(article(widget)).toBeVisible();
  await page.route('**/widget/articles/**', (route) => route.abort());
  await page.reload();
  await page.getByRole('button', { name: /打开在线客服/ }).click();
  await expect(widget.getByRole('alert')).toContainText('文章没有打开');
  await page.unroute('**/widget/articles/**');
  await widget.getByRole('button', { name: '重试' }).click();
  await expect(article(widget)).toBeVisible();
  await widget.getByRole('button', { name: '返回' }).click();
  await expect(search(widget)).toBeVisible();
});

test('the panel says on which page of the host it stands, and fetches what it needs over a bad line', async ({
  page,
}) => {
  let refused = 0;
  await page.route('**/widget/assets/help-*.js', (route) => {
    refused += 1;
    return refused === 1 ? route.abort() : route.continue();
  });
  const asked = page.waitForRequest(/popular-articles.*page=%2F/);
  const widget = await openWidget(page);
  await asked;
  expect(refused).toBe(2);
  await widget.getByText('账号', { exact: true }).first().click();
  await expect(widget.getByRole('radio', { name: '账号' })).toBeChecked();
  await expect(widget.locator('.popular').getByRole('link')).toHaveCount(3);
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const locale of ['zh-CN', 'en'] as const) {
    test.describe(`the widget, ${colorScheme}, in ${locale}`, () => {
      // The policy of the frame lets no script in, the checker's neither.
      test.use({ viewport: { width: 390, height: 844 }, colorScheme, bypassCSP: true });

      test('is usable by everybody: home, search, article', async ({ page }) => {
        const check = async () => {
          expect(await flaws(page, { rules: FOR_EVERYBODY })).toEqual([]);
        };
        await page.goto(`/widget/frame?site=demo&locale=${locale}`);
        await expect(page.getByRole('radio').nth(1)).toBeAttached();
        await check();
        await page.getByRole('searchbox').fill(locale === 'en' ? 'withdrawal' : '提现');
        await expect(page.locator('mark').first()).toBeVisible();
        await check();
        await page.locator('.found a').first().click();
        await expect(page.locator('.article h1')).toBeVisible();
        await page.getByRole('button', { name: locale === 'en' ? 'No' : '没有帮助', exact: true }).click();
        await expect(page.locator('.vote textarea')).toBeVisible();
        await check();
      });
    });
  }
}
