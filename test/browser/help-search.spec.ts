import { type CDPSession, expect, type Page, test } from '@playwright/test';
import { FOR_EVERYBODY, flaws } from '../support/accessibility.js';

const HOME = '/help/zh-CN';

const box = (page: Page) => page.getByRole('combobox', { name: '搜索帮助文章' });
const options = (page: Page) => page.getByRole('listbox', { name: '搜索结果' }).getByRole('option');

/** What this page asks the search, in order. */
function questions(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.pathname === '/api/help/search') asked.push(url.searchParams.get('q') ?? '');
  });
  return asked;
}

test.describe('the search field while one types', () => {
  test('suggests, is steered by keys, says what it found, and opens what was chosen', async ({ page }) => {
    await page.goto(HOME);
    await box(page).pressSequentially('提现失败', { delay: 20 });
    await expect(options(page).first()).toContainText('提现失败怎么办');
    await expect(box(page)).toHaveAttribute('aria-expanded', 'true');
    await expect(page.getByRole('search').getByRole('status')).toHaveText(/找到 5 篇/);
    await page.keyboard.press('ArrowUp');
    await expect(options(page).last()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(options(page).first()).toHaveAttribute('aria-selected', 'true');
    await expect(box(page)).toHaveAttribute('aria-activedescendant', 'suggestion-0');
    await page.keyboard.press('Escape');
    await expect(options(page).first()).toBeHidden();
    await expect(box(page)).toHaveValue('提现失败');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/articles\/withdrawal-failed\?s=[0-9a-f-]{36}$/);
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', /\/articles\/withdrawal-failed$/);
  });

  test('a click opens one; Enter with none chosen shows all', async ({ page }) => {
    await page.goto(HOME);
    await box(page).fill('货款没有到账');
    await options(page).first().click();
    await expect(page).toHaveURL(/\/articles\/payout-delay\?s=/);
    await page.goto(HOME);
    await box(page).fill('货款没有到账');
    await expect(options(page).first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/search\?q=/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('搜索结果');
    await expect(page.locator('mark').first()).toBeVisible();
  });

  test('asks once for what was typed in one go, and shows nothing of an empty field', async ({ page }) => {
    const asked = questions(page);
    // However slowly this machine types, to the page it is one moment.
    await page.clock.install();
    await page.goto(HOME);
    await page.clock.pauseAt(Date.now() + 60_000);
    await box(page).pressSequentially('payout');
    expect(asked).toEqual([]);
    await page.clock.resume();
    await expect(options(page).first()).toBeVisible();
    expect(asked).toEqual(['payout']);
    await box(page).fill('');
    await expect(options(page).first()).toBeHidden();
  });

  test('is quiet while an input method composes, whatever keys it uses', async ({ page }) => {
    const asked = questions(page);
    await page.goto(HOME);
    await box(page).focus();
    const devtools = await page.context().newCDPSession(page);
    await compose(devtools, ['t', 'ti', 'ti x', 'ti xian', '提现']);
    await page.keyboard.down('Enter');
    await expect(page).toHaveURL(new RegExp(`${HOME}$`));
    expect(asked).toEqual([]);
    await devtools.send('Input.insertText', { text: '提现失败' });
    await expect(options(page).first()).toContainText('提现失败怎么办');
    await expect(box(page)).toHaveValue('提现失败');
    expect(asked).toEqual(['提现失败']);
  });

  test('an answer that comes late does not take the place of a newer one', async ({ page }) => {
    await page.goto(HOME);
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/q=%E6%8F%90%E7%8E%B0$/, async (route) => {
      await held;
      await route.continue().catch(() => undefined);
    });
    const slow = page.waitForRequest(/q=%E6%8F%90%E7%8E%B0$/);
    await box(page).fill('提现');
    await slow;
    await box(page).fill('直播卡顿');
    await expect(options(page).first()).toContainText('卡顿');
    release();
    await page.unrouteAll({ behavior: 'wait' });
    await expect(options(page).first()).toContainText('卡顿');
  });

  test('when the search does not answer, the form still does', async ({ page }) => {
    await page.goto(HOME);
    await page.route('**/api/help/search*', (route) => route.abort());
    const failed = page.waitForEvent('requestfailed');
    await box(page).fill('提现失败');
    await failed;
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('搜索结果');
  });

  for (const colorScheme of ['light', 'dark'] as const)
    test(`its list is accessible, ${colorScheme}`, async ({ browser }) => {
      const context = await browser.newContext({ colorScheme, bypassCSP: true });
      const page = await context.newPage();
      await page.goto(HOME);
      await box(page).fill('提现失败');
      await expect(options(page).first()).toBeVisible();
      await page.keyboard.press('ArrowDown');
      expect(await flaws(page, { rules: FOR_EVERYBODY })).toEqual([]);
      await context.close();
    });
});

/** Keys of an input method, one state after the other; nothing is committed. */
async function compose(devtools: CDPSession, states: string[]): Promise<void> {
  for (const text of states)
    await devtools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
}

test.describe('the page on which one asks for a person', () => {
  const question = '昨天有一笔订单货款没有到账';

  test('suggests articles while one writes, and keeps the ways to a person in sight', async ({ page }) => {
    await page.goto(HOME);
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '联系客服' }).click();
    await page.getByLabel('遇到了什么问题？').fill(question);
    const answers = page.getByRole('heading', { name: '也许这几篇就能解决' });
    await expect(answers).toBeVisible();
    await expect(page.getByRole('link', { name: '订单货款没有到账怎么办' })).toHaveAttribute(
      'href',
      /payout-delay\?s=/,
    );
    for (const way of ['在线聊天', '打电话', '已经有工单'])
      await expect(page.getByRole('heading', { name: way })).toBeVisible();
    await page.getByLabel('遇到了什么问题？').fill('');
    await expect(answers).toBeHidden();
    await expect(page.getByRole('button', { name: '开始聊天' })).toBeVisible();
  });

  test('opens the chat on this very page, with what was written as the draft', async ({ page }) => {
    const reports: string[] = [];
    await page.exposeFunction('report', (report: string) => reports.push(report));
    await page.addInitScript(() =>
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        (window as unknown as { report: (text: string) => void }).report(`${violatedDirective} ${blockedURI}`),
      ),
    );
    await page.goto('/help/zh-CN/contact');
    await page.getByLabel('遇到了什么问题？').fill(question);
    await page.getByRole('button', { name: '开始聊天' }).click();
    const panel = page.frameLocator('#porchlight iframe');
    await expect(panel.getByRole('textbox').last()).toHaveValue(question, { timeout: 20_000 });
    expect(reports).toEqual([]);
    await page.keyboard.press('Escape');
  });

  test('works without JavaScript', async ({ browser }) => {
    const page = await (await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' })).newPage();
    await page.goto('/help/zh-CN/contact');
    await page.getByLabel('遇到了什么问题？').fill(question);
    await page.getByRole('button', { name: '找找答案' }).click();
    await expect(page.getByRole('link', { name: '订单货款没有到账怎么办' })).toBeVisible();
    await expect(page.getByLabel('遇到了什么问题？')).toHaveValue(question);
    await expect(page.getByText('在线聊天需要浏览器开启 JavaScript')).toBeVisible();
    await expect(page.getByRole('button', { name: '开始聊天' })).toBeHidden();
    await expect(page.getByRole('link', { name: '400-100-2024' })).toHaveAttribute('href', 'tel:4001002024');
    await page.context().close();
  });
});
