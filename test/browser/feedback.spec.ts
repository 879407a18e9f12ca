import { expect, test } from '@playwright/test';
import { flaws } from '../support/accessibility.js';
import { signIn } from '../support/console-page.js';
import { ADMIN } from '../support/staff-session.js';

test('what is said in the widget is decided at the desk, and its giver hears of it', async ({ browser, page }) => {
  await page.goto(process.env.DEMO_SHOP_URL as string);
  await page.getByRole('button', { name: /打开在线客服/ }).click();
  const widget = page.frameLocator('iframe');
  await widget.getByRole('button', { name: '意见反馈' }).click();
  const words = `希望直播回放可以倍速播放 ${Date.now()}`;
  await widget.getByRole('textbox', { name: /具体说说/ }).fill(words);
  await widget.getByRole('combobox').selectOption({ label: '直播' });
  await widget.getByRole('button', { name: '提交' }).click();
  await expect(widget.getByText('收到了，谢谢您的意见。')).toBeVisible();
  await expect(widget.getByRole('listitem').filter({ hasText: words })).toContainText('已收到');

  const desk = await (await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })).newPage();
  await signIn(desk, ADMIN, `/console/feedback?words=${encodeURIComponent(words)}`);
  await desk.getByRole('link', { name: new RegExp(words) }).click();
  await expect(desk.getByRole('heading', { name: '客户的话' })).toBeVisible();
  expect(await flaws(desk, { within: '.feedback-area' })).toEqual([]);
  await desk.getByRole('button', { name: '更新状态与答复' }).click();
  const dialog = desk.getByRole('dialog', { name: '更新状态与答复' });
  await dialog.getByText('计划中').click();
  await dialog.getByLabel('公开答复 · 中文').fill('下个月上线');
  await expect(dialog.getByRole('button', { name: /保/ })).toBeDisabled();
  await dialog.getByLabel('公开答复 · 英文').fill('Out next month');
  await dialog.getByRole('checkbox', { name: '告知 1 人' }).check();
  await dialog.getByRole('button', { name: '保存 · 告知 1 人' }).click();
  await expect(desk.getByText(/\d+ 秒后告知 1 人/)).toBeVisible();
  await expect(desk.getByText('已告知 1/1 人：对话 1')).toBeVisible({ timeout: 30_000 });
  await desk.context().close();

  await expect(widget.getByText('您的意见反馈有了新进展：计划中。')).toBeVisible();
});
