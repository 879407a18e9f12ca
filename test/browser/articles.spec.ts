import { expect, type Page, test } from '@playwright/test';
import { flaws, WCAG_AA } from '../support/accessibility.js';
import { signIn } from '../support/console-page.js';
import { ADMIN } from '../support/staff-session.js';

const SUPERVISOR = 'su@porchlight.example';

const body = (page: Page) => page.getByRole('textbox', { name: /正文/ });
const state = (page: Page) => page.locator('.article-state');
const preview = (page: Page) => page.frameLocator('iframe[title="读者将看到的页面"]');

/** An administrator begins an article. */
async function begin(page: Page, slug: string): Promise<void> {
  await signIn(page, ADMIN, '/console/admin/articles/new');
  await page.getByRole('textbox', { name: /标题/ }).fill('电子发票怎么开');
  await page.getByRole('textbox', { name: /网址名/ }).fill(slug);
  await page.getByRole('combobox', { name: /栏目/ }).click();
  await page.locator('.ant-select-tree-title').filter({ hasText: '账单与费用' }).click();
  await page.getByRole('button', { name: '新建文章' }).click();
  await expect(body(page)).toBeVisible();
}

test('an article is written in both languages, seen beforehand, published, and found by readers', async ({
  page,
  browser,
}) => {
  const slug = `e-invoice-${Date.now().toString(36)}`;
  await begin(page, slug);
  await page.getByRole('textbox', { name: /摘要/ }).fill('在账单页三步开好电子发票。');
  await body(page).focus();
  await body(page).pressSequentially('- 打开账单');
  await page.keyboard.press('Enter');
  await page.keyboard.type('选订单');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '小标题' }).click();
  await page.keyboard.type('抬头写错了');
  await expect(body(page)).toHaveValue('- 打开账单\n- 选订单\n## 抬头写错了');
  await expect(preview(page).getByRole('listitem').filter({ hasText: '选订单' })).toBeVisible();
  await expect(preview(page).getByRole('heading', { name: '抬头写错了' })).toBeVisible();
  await expect(state(page)).toHaveText('已保存');

  await page.getByRole('radio', { name: /英文/ }).check({ force: true });
  await page.getByRole('textbox', { name: /标题/ }).fill('How to get an e-invoice');
  await expect(state(page)).toHaveText('已保存');
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /发\s?布/ })
    .click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('英文 · 摘要');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /取\s?消/ })
    .click();
  await page.getByRole('textbox', { name: /摘要/ }).fill('Three steps in your statement.');
  await body(page).fill('Open **Statements**.');
  await expect(preview(page).locator('strong', { hasText: 'Statements' })).toBeVisible();
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page.getByRole('dialog').getByLabel('这次改了什么').fill('首次发布');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /发\s?布/ })
    .click();
  await expect(page.getByText('已发布，读者现在看到的就是这一版')).toBeVisible();

  const reader = await browser.newPage();
  await reader.goto(`/help/zh-CN/articles/${slug}`);
  await expect(reader.getByRole('heading', { name: '电子发票怎么开' })).toBeVisible();
  // A browser keeps what it found for a minute: it is asked once, when there is something to find.
  const search = '/help/zh-CN/search?q=电子发票';
  // By its address: within the title what was searched for is marked.
  await expect.poll(async () => await (await reader.request.get(search)).text()).toContain(slug);
  await reader.goto(search);
  await expect(reader.getByRole('link', { name: '电子发票怎么开' }).first()).toBeVisible();
  await reader.close();
});

test('of two who write at once, each keeps what only they changed, and the later decides the rest', async ({
  page,
  browser,
}) => {
  const slug = `two-writers-${Date.now().toString(36)}`;
  await begin(page, slug);
  await body(page).fill('第一句。\n');
  await expect(state(page)).toHaveText('已保存');
  const other = await browser.newPage();
  await signIn(other, SUPERVISOR, page.url());
  await expect(other.getByRole('button', { name: '提请审核' })).toBeVisible();
  await body(other).fill('第一句。\n主管的第二句。\n');
  await other.getByRole('textbox', { name: /摘要/ }).fill('主管写的摘要');
  await expect(state(other)).toHaveText('已保存');

  await body(page).fill('第一句。\n我的第二句。\n');
  const conflict = page.getByRole('alert').filter({ hasText: '他人刚刚修改了同一内容' });
  await expect(conflict).toContainText('主管的第二句。');
  await expect(conflict).toContainText('我的第二句。');
  // What only the other one changed is taken in without asking.
  await expect(page.getByRole('textbox', { name: /摘要/ })).toHaveValue('主管写的摘要');
  await conflict.getByRole('button', { name: '保留我的并继续' }).click();
  await expect(state(page)).toHaveText('已保存');
  await other.reload();
  await expect(body(other)).toHaveValue('第一句。\n我的第二句。\n');
  await other.close();
});

test('nothing typed is lost when the server is away and the page is closed', async ({ page }) => {
  await begin(page, `kept-${Date.now().toString(36)}`);
  await page.route('**/api/articles/*/draft', (route) => route.abort());
  await body(page).fill('没有网络时写的一段');
  await expect(state(page)).toHaveText(/没能保存/);
  await page.reload();
  await expect(body(page)).toHaveValue('没有网络时写的一段');
  await expect(page.getByText('已恢复本机上次未保存的内容')).toBeVisible();
  await page.unroute('**/api/articles/*/draft');
  await expect(state(page)).toHaveText('已保存', { timeout: 20_000 });
  await page.reload();
  await expect(body(page)).toHaveValue('没有网络时写的一段');
});

test('a version is compared with the draft and brought back', async ({ page }) => {
  await signIn(page, ADMIN, '/console/admin/articles?q=settlement-cycle');
  await page.locator('a[href^="/console/admin/articles/"]').filter({ hasText: '结算' }).first().click();
  const before = await body(page).inputValue();
  await body(page).fill(`新的第一行\n\n${before}`);
  await expect(state(page)).toHaveText('已保存');
  await page.getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('menuitem', { name: '版本' }).click();
  const drawer = page.getByRole('dialog', { name: '版本' });
  await drawer.getByRole('button', { name: '与当前草稿比较' }).first().click();
  await expect(drawer.locator('ins')).toHaveText(/新的第一行/);
  await drawer.getByRole('button', { name: '恢复为草稿' }).first().click();
  await page.locator('.ant-modal-confirm').getByRole('button', { name: '恢复为草稿' }).click();
  await expect(body(page)).toHaveValue(before);
});

test('shows what somebody would smuggle in as text', async ({ page }) => {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await begin(page, `smuggled-${Date.now().toString(36)}`);
  await body(page).fill('<img src=x onerror=alert(1)>\n\n<script>alert(2)</script>\n\n[x](javascript:alert(3))');
  await expect(preview(page).getByText('<script>alert(2)</script>')).toBeVisible();
  await expect(preview(page).locator('.prose :is(img, script, a)')).toHaveCount(0);
  expect(dialogs).toEqual([]);
});

test('the editor keeps to WCAG AA', async ({ page }) => {
  await signIn(page, ADMIN, '/console/admin/articles?q=payout-delay');
  await page.locator('a[href^="/console/admin/articles/"]').first().click();
  await expect(body(page)).toBeVisible();
  expect(await flaws(page, { rules: WCAG_AA, without: 'iframe' })).toEqual([]);
});
