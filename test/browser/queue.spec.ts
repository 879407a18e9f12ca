import { expect, test } from '@playwright/test';
import { Agent, insist, Merchant } from './actors.js';

test('who waits asks to be called: kept over a reload, masked to them, whole to the agent who calls', async ({
  browser,
}) => {
  const chen = await Agent.signIn(browser, 'chen@porchlight.example');
  await chen.become('忙碌');
  const visitor = await Merchant.visit(browser, process.env.PORCHLIGHT_URL as string);
  const { widget, page } = visitor;
  await visitor.openWidget('打开在线客服');
  await widget.getByRole('button', { name: '联系客服' }).click();
  await visitor.say('有件事想当面说清楚');
  const card = widget.getByRole('region', { name: /^工单号/ });
  await insist(
    () => widget.getByRole('button', { name: '转人工' }).first().click(),
    () => expect(card).toContainText('继续等待', { timeout: 8_000 }),
  );
  await card.getByText('请求回电').click();
  const phone = card.getByLabel('您的电话号码');
  await phone.fill('12345');
  await phone.press('Enter');
  await expect(widget.getByRole('alert')).toContainText('请填写完整的电话号码');
  await phone.fill('138 0013 8000');
  await phone.press('Enter');
  await expect(card).toContainText('我们会拨打 138****8000');
  const number = /PL-[0-9A-Z]{3}-[0-9A-Z]{4}/.exec(await card.innerText())?.[0] ?? '';

  await page.reload();
  await visitor.openWidget('打开在线客服');
  await widget.getByRole('button', { name: /排队中/ }).click();
  await expect(card).toContainText('我们会拨打 138****8000');

  await chen.become('在线');
  await chen.openCase(number);
  await expect(chen.panel.getByRole('link', { name: '拨打 13800138000' })).toBeVisible();
  await expect(card).toContainText('轮到您了');
  await chen.panel.getByRole('button', { name: '已回电' }).click();
  await expect(chen.panel.getByText('陈静 已回电')).toBeVisible();
  await chen.leave();
});
