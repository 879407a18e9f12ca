import { expect, type Page, test } from '@playwright/test';
import { flaws, WCAG_AA } from '../support/accessibility.js';
import { signIn } from '../support/console-page.js';
import { ADMIN, staffRequests } from '../support/staff-session.js';

const TABLE = '/console/tickets';
const AGENT = 'chen@porchlight.example';

const rows = (page: Page) => page.getByRole('main', { name: '工单' }).locator('[data-row]');
const openTable = async (page: Page) => {
  await page.getByRole('navigation', { name: '切换' }).getByRole('link', { name: '工单' }).click();
  await expect(rows(page).first()).toBeVisible();
};

test('finds a ticket by filters and words, opens it, and comes back to the same place', async ({ page }) => {
  await signIn(page, ADMIN);
  await openTable(page);
  await page.getByRole('combobox', { name: '状态' }).click();
  await page.locator('.ant-select-dropdown').getByText('已完成', { exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\?status=closed$/);
  await page.getByRole('textbox', { name: '搜索工单' }).fill('货款');
  await expect(page).toHaveURL(/q=%E8%B4%A7%E6%AC%BE/);
  await expect(page.getByText(/^\d+ 个工单$/)).toBeVisible();
  // In its subject, or in what was said.
  await expect(page.getByRole('main', { name: '工单' }).getByRole('row').nth(1)).toContainText('货款');
  await page.getByRole('button', { name: '清除筛选' }).click();
  await page.getByRole('button', { name: '优先级', exact: true }).click();
  await expect(page).toHaveURL(/sort=priority&direction=asc/);
  await rows(page).nth(30).scrollIntoViewIfNeeded();
  const number = (await rows(page).nth(30).getAttribute('data-row')) ?? '';
  await rows(page).nth(30).click();
  await expect(page.getByRole('button', { name: `复制单号 ${number}` })).toBeVisible();
  await page.goBack();
  await expect(page.locator(`[data-row="${number}"]`)).toBeFocused();
  await expect(page.locator(`[data-row="${number}"]`)).toBeInViewport();
  await page.keyboard.press('k');
  await expect(rows(page).nth(29)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/tickets/${number}`));
});

test('keeps a view by its name, for its owner alone', async ({ page }) => {
  await signIn(page, AGENT);
  await openTable(page);
  await page.getByRole('button', { name: '全部工单' }).click();
  await page.getByRole('menuitem', { name: '未分配' }).click();
  await expect(page).toHaveURL(/assignee=none/);
  await page.getByRole('combobox', { name: '优先级' }).click();
  await page.locator('.ant-select-dropdown').getByText('P0 紧急', { exact: true }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '自定义筛选' }).click();
  await page.getByRole('menuitem', { name: '保存当前筛选' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('视图名称').fill('没人接的急事');
  await dialog.getByLabel('视图名称').press('Enter');
  await expect(page.getByRole('button', { name: '没人接的急事' })).toBeVisible();
  await page.goto('/console/tickets');
  await page.getByRole('button', { name: '全部工单' }).click();
  await page.getByRole('menuitem', { name: '没人接的急事' }).click();
  await expect(page).toHaveURL(/assignee=none&priority=P0|priority=P0/);
  await page.getByRole('button', { name: '没人接的急事' }).click();
  await page.getByRole('button', { name: '删除视图“没人接的急事”' }).click();
  await expect(page.getByText('已删除“没人接的急事”')).toBeVisible();
});

test('a row that somebody changes is renewed where it stands', async ({ page }) => {
  await signIn(page, ADMIN, TABLE);
  await expect(rows(page).first()).toBeVisible();
  const before = await rows(page).evaluateAll((links) => links.map((link) => link.getAttribute('data-row')));
  const number = before[7] ?? '';
  const subject = `改过的标题 ${Date.now()}`;
  const colleague = await staffRequests(ADMIN);
  const { version } = await (await colleague.get(`/api/tickets/${number}`)).json();
  expect((await colleague.patch(`/api/tickets/${number}`, { data: { version, subject } })).status()).toBe(200);
  await colleague.dispose();
  const row = page.locator('tr', { has: page.locator(`[data-row="${number}"]`) });
  await expect(row).toContainText(subject);
  await expect(row).toHaveClass(/tickets-news/);
  // The desk lives on meanwhile: other rows may have news too.
  await expect(page.getByText(/[1-9]\d* 个工单有更新/)).toBeVisible();
  expect(await rows(page).evaluateAll((links) => links.map((link) => link.getAttribute('data-row')))).toEqual(before);
  await page.getByRole('button', { name: '刷新列表' }).click();
  await expect(page.locator(`[data-row="${number}"]`)).toBeVisible();
  await expect(row).not.toHaveClass(/tickets-news/);
});

test('says so when nothing fits, and leads out', async ({ page }) => {
  await signIn(page, AGENT, '/console/tickets?q=彩虹独角兽&sort=nonsense');
  await expect(page.getByText('没有符合条件的工单')).toBeVisible();
  await page.getByRole('main', { name: '工单' }).getByRole('button', { name: '清除筛选' }).click();
  await expect(rows(page).first()).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('shows cards, and the filters in a sheet', async ({ page }) => {
    await signIn(page, AGENT);
    await openTable(page);
    await page.getByRole('button', { name: '筛选' }).click();
    const sheet = page.getByRole('dialog', { name: '筛选' });
    await sheet.getByRole('checkbox', { name: '客户在等回复' }).check();
    await expect(page).toHaveURL(/waiting=reply/);
    await sheet.getByRole('button', { name: /Close|关闭/ }).click();
    await expect(page.getByRole('table')).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});

for (const theme of ['light', 'dark'] as const)
  test(`the table keeps to WCAG AA, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await signIn(page, ADMIN, TABLE);
    await expect(rows(page).first()).toBeVisible();
    expect(await flaws(page, { rules: WCAG_AA })).toEqual([]);
  });
