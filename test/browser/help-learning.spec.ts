import { expect, type Page, test } from '@playwright/test';
import { flaws } from '../support/accessibility.js';
import { carrySession, signIn } from '../support/console-page.js';
import { ADMIN } from '../support/staff-session.js';

const gap = (page: Page, query: string) => page.getByRole('listitem').filter({ hasText: query });
const noFlaws = async (page: Page) => expect(await flaws(page, { within: 'main' })).toEqual([]);

test('what nobody finds becomes a task, an article, and is found', async ({ page, browser }) => {
  // Letters alone: digits may be somebody's number, and are not kept.
  const run = Date.now()
    .toString(36)
    .replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)));
  const query = `饕餮纹青铜爵${run}`;
  const reader = await browser.newPage();
  await reader.goto(`/help/zh-CN/search?q=${encodeURIComponent(query)}`);

  await carrySession(page.context(), ADMIN);
  // Whoever searches may go on typing for a few seconds; then it is written down.
  await expect(async () => {
    await page.goto('/console/admin/help-gaps');
    await expect(gap(page, query)).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await noFlaws(page);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '导出 CSV' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('searches-no-result-30-days.csv');
  await gap(page, query)
    .getByRole('button', { name: `为“${query}”建文章任务` })
    .click();
  await gap(page, query).getByRole('link', { name: '已有任务' }).click();

  await expect(page.getByRole('heading', { name: '文章任务' })).toBeVisible();
  await gap(page, query)
    .getByRole('button', { name: `编辑“${query}”` })
    .click();
  await page.getByRole('dialog').getByLabel('备注').fill('客户常问');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /保\s?存/ })
    .click();
  await expect(gap(page, query)).toContainText('客户常问');
  await noFlaws(page);
  await gap(page, query)
    .getByRole('button', { name: `为“${query}”写文章` })
    .click();
  await page.getByRole('textbox', { name: /网址名/ }).fill(`bronze-${run}`);
  await page.getByRole('button', { name: '开始写' }).click();

  await expect(page.getByRole('textbox', { name: /标题/ })).toHaveValue(query);
  await page.getByRole('textbox', { name: /摘要/ }).fill('三步养护好。');
  await page.getByRole('textbox', { name: /正文/ }).fill('- 除尘\n- 上蜡');
  await expect(page.locator('.article-state')).toHaveText('已保存');
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /发\s?布/ })
    .click();
  await expect(page.getByText('已发布，读者现在看到的就是这一版')).toBeVisible();

  await expect(async () => {
    await page.goto('/console/admin/article-tasks?status=done');
    await expect(gap(page, query)).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(gap(page, query).getByRole('button', { name: '打开文章' })).toBeVisible();
  await expect(async () => {
    await page.goto('/console/admin/help-gaps');
    await expect(gap(page, query)).toContainText('现在能搜到', { timeout: 2_000 });
  }).toPass();
  await reader.goto(`/help/zh-CN/articles/bronze-${run}`);
  await expect(reader.getByRole('heading', { name: query })).toBeVisible();
  await reader.close();
});

test('a task is dismissed with a reason and opened again', async ({ page }) => {
  const title = `写一写灯塔 ${Date.now().toString(36)}`;
  await signIn(page, ADMIN, '/console/admin/article-tasks');
  await page.getByRole('button', { name: '提一个想法' }).click();
  await page.getByRole('dialog').getByLabel(/标题/).fill(title);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /提\s?交/ })
    .click();
  await gap(page, title).getByRole('button', { name: '不做' }).click();
  await page.getByRole('dialog').getByLabel(/原因/).fill('已经写过');
  await page.getByRole('dialog').getByRole('button', { name: '不做' }).click();
  await expect(gap(page, title)).toHaveCount(0);
  await page.getByRole('group', { name: '状态' }).getByText('不做').click();
  await expect(gap(page, title)).toContainText('已经写过');
  await gap(page, title).getByRole('button', { name: '重新打开' }).click();
  await expect(gap(page, title)).toHaveCount(0);
  await page.getByRole('group', { name: '状态' }).getByText('待办').click();
  await expect(gap(page, title)).toBeVisible();
});

test('a case that is solved becomes a draft without the customer', async ({ page }) => {
  await carrySession(page.context(), ADMIN);
  const { items } = await (await page.request.get('/api/tickets?list=resolved')).json();
  const { number } = items.find(({ status }: { status: string }) => status === 'closed' || status === 'resolved');
  await page.goto(`/console/tickets/${number}`);
  await page.getByRole('button', { name: '写成文章' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/共替换 \d+ 处/)).toBeVisible();
  await dialog.getByLabel(/标题/).fill('从工单写的文章');
  await dialog.getByLabel(/网址名/).fill(`of-a-case-${Date.now().toString(36)}`);
  for (const box of await dialog.getByRole('checkbox').all()) await box.check();
  const written = (await dialog.locator('.from-case-texts p:nth-child(2)').allTextContents()).join('\n');
  const taken = await dialog.locator('.from-case-texts del').allTextContents();
  for (const one of taken) expect(written).not.toContain(one);
  await dialog.getByRole('button', { name: '保存为草稿' }).click();
  await expect(page.getByRole('textbox', { name: /正文/ })).toHaveValue(/^## (?:问题|The question|解答|The answer)/);
  await page.getByText('读者反馈').click();
  await expect(page.getByText('近 13 周还没有人读过或评价过这篇文章。')).toBeVisible();
});
