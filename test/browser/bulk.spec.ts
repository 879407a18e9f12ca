import { type BrowserContext, expect, test } from '@playwright/test';
import { flaws } from '../support/accessibility.js';
import { signIn, withdrawCases } from '../support/console-page.js';
import { openCaseFor } from '../support/waiting-case.js';

const SUPERVISOR = 'su@porchlight.example';

/** Two cases of two customers, opened for them. */
async function openTwo(stamp: string) {
  const message = `${stamp} 打款没有到账`;
  const open = (customer: string) => openCaseFor(customer, { by: SUPERVISOR, message });
  return [await open('贺青'), await open('庄羽')] as const;
}

test('many customers are answered at once: taken back in time none of them hears of it, and then all do', async ({
  page,
  browser,
}) => {
  const stamp = `同批${Date.now().toString(36)}`;
  const cases = await openTwo(stamp);
  const customers: BrowserContext = await browser.newContext({ locale: 'zh-CN' });
  const [first, second] = [await customers.newPage(), await customers.newPage()];
  const reread = () =>
    Promise.all([first, second].map((screen, index) => screen.goto(cases[index]?.statusUrl as string)));

  await signIn(page, SUPERVISOR, `/console/tickets?q=${encodeURIComponent(stamp)}`);
  const bar = page.getByRole('region', { name: '批量操作', exact: true });
  const progress = page.getByRole('region', { name: '批量操作进度' });
  const answer = async () => {
    await page.getByRole('checkbox', { name: '选择已载入的全部工单' }).check();
    await expect(bar.getByText('已选 2 个')).toBeVisible();
    await bar.getByRole('button', { name: '回复' }).click();
    const dialog = page.getByRole('dialog', { name: '批量回复' });
    await dialog.getByLabel('回复内容').fill('{{customer.name}}，打款已恢复。');
    await expect(dialog.getByText('将处理 2 个工单，涉及 2 位客户')).toBeVisible();
    await expect(dialog.getByRole('figure')).toContainText(/(贺青|庄羽)，打款已恢复。/);
    expect(await flaws(page, { within: '.ant-modal' })).toEqual([]);
    await dialog.getByRole('button', { name: '批量回复（2）' }).click();
  };

  await answer();
  await expect(progress.getByRole('button', { name: /撤\s?销/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(progress.getByText('批量回复：已撤销，2 个工单都没有改动')).toBeVisible();
  await reread();
  await expect(first.getByText('打款没有到账').first()).toBeVisible();
  await expect(first.getByText('打款已恢复')).toHaveCount(0);

  await answer();
  await expect(progress.getByText('批量回复：2 个完成')).toBeVisible({ timeout: 30_000 });
  await reread();
  await expect(first.getByText('贺青，打款已恢复。')).toHaveCount(1);
  await expect(second.getByText('庄羽，打款已恢复。')).toHaveCount(1);
  await customers.close();
  await withdrawCases(...cases.map(({ number }) => number));
});

test('cases are chosen in the lists as well, and one that somebody else ends is not among them any more', async ({
  page,
}) => {
  const [first, second] = await openTwo(`列表${Date.now().toString(36)}`);
  await signIn(page, SUPERVISOR);
  await page.getByRole('button', { name: /^排队/ }).click();
  const lists = page.getByRole('navigation', { name: '工单列表' });
  const row = ({ number }: { number: string }) => lists.locator(`[data-row="${number}"]`);
  const bar = lists.getByRole('region', { name: '批量操作', exact: true });
  await row(first).focus();
  await page.keyboard.press('x');
  await expect(bar.getByText('已选 1 个')).toBeVisible();
  await lists.getByRole('checkbox', { name: `选择 ${second.number}` }).check();
  await expect(bar.getByText('已选 2 个')).toBeVisible();
  await withdrawCases(second.number);
  await expect(bar.getByText('已选 1 个')).toBeVisible();
  await bar.getByRole('button', { name: '操作' }).click();
  await page.getByRole('menuitem', { name: '标签' }).click();
  const dialog = page.getByRole('dialog', { name: '批量改标签' });
  await expect(dialog.getByText('将处理 1 个工单')).toBeVisible();
  expect(await flaws(page, { within: '.lists' })).toEqual([]);
  await page.keyboard.press('Escape');
  await row(first).focus();
  await page.keyboard.press('x');
  await expect(bar).toHaveCount(0);
  await withdrawCases(first.number);
});
