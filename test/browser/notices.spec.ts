import { expect, test } from '@playwright/test';
import { flaws, WCAG_AA } from '../support/accessibility.js';
import { signIn } from '../support/console-page.js';
import { ADMIN } from '../support/staff-session.js';

test('an administrator adds a robot, sees what it answers, and takes it away again', async ({ page }) => {
  await signIn(page, ADMIN, '/console/admin/notices/new');
  await page.getByLabel('名称').fill('结算组值班群');
  await page.getByRole('button', { name: '添加渠道' }).click();
  await expect(page.getByText('请填写 https 地址')).toBeVisible();
  await page.getByLabel('Webhook 地址').fill('http://open.feishu.cn/hook');
  await page.getByRole('button', { name: '添加渠道' }).click();
  await expect(page.getByText('地址不可用')).toBeVisible();
  await page.getByLabel('Webhook 地址').fill('https://127.0.0.1:9/open-apis/bot/v2/hook/1234-abcd');
  await page.getByLabel('签名密钥').fill('a-secret');
  await page.getByRole('button', { name: '添加渠道' }).click();
  await expect(page.getByRole('heading', { name: '结算组值班群' })).toBeVisible();
  await expect(page.getByText('127.0.0.1:9 …abcd')).toBeVisible();

  await page.getByRole('button', { name: '发送测试' }).click();
  await expect(page.getByText('对方没有接受')).toBeVisible();
  await expect(page.getByText('leads inside')).toBeVisible();
  expect(await flaws(page, { rules: WCAG_AA })).toEqual([]);

  await page.getByRole('button', { name: '删除渠道' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '删除渠道' }).click();
  await expect(page.getByRole('heading', { name: '通知渠道' })).toBeVisible();
  await expect(page.getByText('结算组值班群')).toHaveCount(0);
});

test('the bell opens one’s notices, by keyboard too', async ({ page }) => {
  await signIn(page, 'jiang@porchlight.example');
  const bell = page.getByRole('button', { name: /^通知，/ });
  await bell.focus();
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog', { name: '通知' });
  await expect(drawer.getByText(/没有通知|时限/).first()).toBeVisible();
  expect(await flaws(page, { rules: WCAG_AA, within: '.ant-drawer' })).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(bell).toBeFocused();
});
