import { expect, test } from '@playwright/test';
import { flaws } from '../support/accessibility.js';
import { signIn, withdrawCases } from '../support/console-page.js';
import { ADMIN, staffRequests } from '../support/staff-session.js';
import { openCaseFor } from '../support/waiting-case.js';

test('a canned reply is found by its first letters and put in by keys alone; what it leaves open stops the message', async ({
  page,
}) => {
  const admin = await staffRequests(ADMIN);
  const { items } = await (await admin.get('/api/tickets/search?status=open&limit=50')).json();
  await admin.dispose();
  // Of a Chinese shop: what is put in is in its customer's language.
  const { number } = items.find(({ shopName = '' }: { shopName?: string }) => /\p{Script=Han}/u.test(shopName));
  await signIn(page, ADMIN, `/console/tickets/${number}`);
  // Whoever oversees a case may give it to somebody; taking it is for its team.
  await expect(page.getByRole('button', { name: '转交', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: '接手' })).toHaveCount(0);
  const field = page.getByRole('textbox', { name: '回复', exact: true });
  await field.click();
  await page.keyboard.type('http://shop.example/hk');
  await expect(page.getByRole('listbox', { name: '快捷回复' })).toHaveCount(0);
  await field.fill('');
  await page.keyboard.type('您好，/hk');
  await expect(page.getByRole('option')).toHaveCount(1);
  expect(await flaws(page, { within: '.composer' })).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue(/^您好，.+的货款一般在.+\{\{ticket\.promised_at\}\}前给您答复。$/);
  await expect(page.getByRole('alert').filter({ hasText: '{{ticket.promised_at}}' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '发送', exact: true })).toBeDisabled();
  // It stands selected: what is typed takes its place.
  await page.keyboard.type('今天 18:00 ');
  await expect(field).toHaveValue(/今天 18:00 前给您答复。$/);
  await expect(page.getByRole('button', { name: '发送', exact: true })).toBeEnabled();
  await field.fill('');
  await page.getByRole('button', { name: '快捷回复', exact: true }).click();
  await expect(page.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox', { name: '快捷回复' })).toHaveCount(0);
  await expect(field).toBeFocused();
  await field.fill('');
});

test('a macro is found by the same key, says what it is going to do, and does it by keys alone', async ({ page }) => {
  const { number } = await openCaseFor('贺青', { by: ADMIN, message: '提现失败了' });
  const read = async () => (await page.request.get(`/api/tickets/${number}`)).json();
  await signIn(page, ADMIN, `/console/tickets/${number}`);
  const field = page.getByRole('textbox', { name: '回复', exact: true });
  const { status } = await read();
  await field.click();
  await page.keyboard.type('您好 /dxgf');
  await expect(page.getByRole('option')).toHaveText(/宏\s*等相关方结果/);
  await page.keyboard.press('Enter');
  const waits = page.getByRole('dialog', { name: '宏“等相关方结果”' });
  await expect(waits.getByRole('list')).toContainText('状态改为 挂起');
  await expect(waits.getByRole('alert')).toContainText('{{ticket.promised_at}}');
  await expect(waits.getByRole('textbox')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(waits.getByRole('button', { name: '执行' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(waits).toBeHidden();
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('您好 ');
  expect((await read()).status).toBe(status);

  await page.keyboard.type('/tixianshibai');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  const urgent = page.getByRole('dialog', { name: '宏“提现失败加急”' });
  await expect(urgent.getByRole('list')).toBeFocused();
  expect(await flaws(page, { within: '.ant-modal' })).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('已执行“提现失败加急”')).toBeVisible();
  await expect(field).toHaveValue('您好 ');
  expect(await read()).toMatchObject({ priority: 'P0', subCategory: 'withdrawal_failed', tags: ['加急'] });
  await withdrawCases(number);
});
