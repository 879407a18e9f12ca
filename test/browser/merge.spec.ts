import { type Browser, expect, type Page, test } from '@playwright/test';
import { askForPerson, signIn, withdrawCases } from '../support/console-page.js';
import { ADMIN } from '../support/staff-session.js';

/** A visitor with a case of their own, their widget open. */
async function visitor(browser: Browser, words: string) {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const page = await context.newPage();
  const number = await askForPerson(page, words);
  return { number, body: page.frameLocator('iframe').locator('body'), leave: () => context.close() };
}

const replyBox = (page: Page) => page.getByRole('region', { name: '撰写' }).getByRole('textbox');

test('two customers of one case see their own thread and number, and an answer goes to whom it was written', async ({
  browser,
  page,
}) => {
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  const [one, other] = [await visitor(browser, '直播间黑屏了 甲'), await visitor(browser, '直播间打不开 乙')];
  await signIn(page, ADMIN, `/console/tickets/${one.number}`);
  const thread = page.getByRole('main', { name: '会话' });
  await thread.getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('menuitem', { name: '合并到…' }).click();
  const dialog = page.getByRole('dialog', { name: `把 ${one.number} 合并到…` });
  await dialog.getByRole('textbox', { name: /工单号/ }).fill(other.number);
  await dialog.locator('label', { hasText: other.number }).click();
  await expect(dialog.getByText('合并不能撤销')).toBeVisible();
  await expect(dialog.getByText('两位客户互相看不到')).toBeVisible();
  await dialog.getByRole('button', { name: /^合\s?并$/ }).click();
  await expect(thread.getByRole('button', { name: `复制单号 ${other.number}` })).toBeVisible();

  // Both threads are there, and nobody is written to before somebody is chosen.
  await expect(thread.getByText('直播间黑屏了 甲').last()).toBeVisible();
  await expect(thread.getByText('直播间打不开 乙').last()).toBeVisible();
  await expect(replyBox(page)).toBeHidden();
  const choice = page.getByRole('group', { name: '回复给谁' });
  await choice.getByRole('button', { name: new RegExp(one.number) }).click();
  await replyBox(page).fill('给甲：换个浏览器试试');
  await thread
    .getByRole('button', { name: new RegExp(other.number) })
    .last()
    .click();
  // What was being written to the one is not what the other is written.
  await expect(replyBox(page)).toHaveValue('');
  await replyBox(page).fill('给乙：正在处理');
  await replyBox(page).press('Enter');
  await thread.getByRole('button', { name: new RegExp(one.number) }).click();
  await expect(replyBox(page)).toHaveValue('给甲：换个浏览器试试');
  await replyBox(page).press('Enter');

  for (const [own, foreign, words, theirs] of [
    [one, other, '给甲：换个浏览器试试', '给乙'],
    [other, one, '给乙：正在处理', '给甲'],
  ] as const) {
    const { body } = own;
    await expect(body).toContainText(words);
    await expect(body).toContainText(own.number);
    for (const secret of [theirs, foreign.number]) await expect(body).not.toContainText(secret);
  }
  await expect(one.body).toContainText('与同类问题合并处理，工单号不变');
  await expect(other.body).not.toContainText('合并');
  // What the dialog had found does not break the pushes that come after it.
  expect(faults).toEqual([]);

  await one.leave();
  await other.leave();
  await withdrawCases(other.number);
});

test('what is another matter becomes a case of its own, and a task keeps its case open', async ({ browser, page }) => {
  const customer = await visitor(browser, '货款没有到账，另外橱窗也打不开');
  const { number } = customer;
  await signIn(page, ADMIN, `/console/tickets/${number}`);
  const thread = page.getByRole('main', { name: '会话' });
  const panel = page.getByRole('complementary', { name: '客户与工单' });
  const menu = async (name: string) => {
    await thread.getByRole('button', { name: '更多操作' }).click();
    await page.getByRole('menuitem', { name }).click();
  };
  await menu('新建子任务');
  const task = page.getByRole('dialog', { name: `${number} 的子任务` });
  await task.getByLabel('要做什么').fill('核对打款流水');
  await task.getByRole('button', { name: /^新\s?建$/ }).click();
  await expect(panel.getByRole('button', { name: /核对打款流水/ })).toContainText('未分配');

  const done = await panel.getByRole('button', { name: /核对打款流水/ }).textContent();
  const taskNumber = /PL-[0-9A-Z]{3}-[0-9A-Z]{4}/.exec(done ?? '')?.[0] ?? '';
  const message = thread.getByRole('article').filter({ hasText: '另外橱窗也打不开' }).first();
  await message.hover();
  await message.getByRole('button', { name: /拆分/ }).click();
  const split = page.getByRole('dialog', { name: '拆分为单独的工单' });
  await split.getByRole('button', { name: /^拆\s?分$/ }).click();
  await expect(thread.getByText(`以下内容复制自工单 ${number}`)).toBeVisible();
  const address = new URL(page.url()).pathname.split('/').at(-1) as string;
  expect(address).not.toBe(number);
  await expect(customer.body).toContainText(`其中另一个问题已单独建立工单 ${address}`);
  await panel.getByRole('button', { name: new RegExp(`拆分自.*${number}`) }).click();
  await expect(thread.getByRole('button', { name: `复制单号 ${number}` })).toBeVisible();

  await customer.leave();
  await withdrawCases(taskNumber, number, address);
});
