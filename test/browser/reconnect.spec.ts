import { expect, test } from '@playwright/test';
import { type Line, layLine } from '../support/line.js';
import { Agent, Merchant } from './actors.js';

/** Invariant 2: every open screen equals the database within 10 seconds of a reconnect, without a reload. */
test.describe('when the line breaks', () => {
  let line: Line;
  test.beforeAll(async () => {
    line = await layLine(process.env.PORCHLIGHT_URL as string);
  });
  test.afterAll(() => line.close());

  test('both screens come back to the same thread by themselves, with all that was written meanwhile, once', async ({
    browser,
  }) => {
    const chen = await Agent.signIn(browser, 'chen@porchlight.example', line.url);
    await chen.become('在线');
    const merchant = await Merchant.visit(browser, line.url);
    const { widget } = merchant;
    await merchant.openWidget('打开在线客服');
    await widget.getByRole('button', { name: '收益与提现', exact: true }).click();
    await merchant.say('转人工');
    const details = widget.locator('.case-details');
    await expect(details).toContainText(/PL-\w{3}-\w{4}/);
    const number = /PL-\w{3}-\w{4}/.exec(await details.innerText())?.[0] as string;
    await chen.openCase(number);
    await chen.say('您好，请说');
    await expect(widget.getByText('您好，请说')).toBeVisible();

    line.cut();
    await expect(chen.page.getByText('连接已断开')).toBeVisible({ timeout: 30_000 });
    await merchant.say('断线时客户写的');
    await chen.say('断线时客服写的');
    line.mend();
    // The ten seconds begin when they have a line again, not when they may try for one.
    await expect(chen.page.getByText('连接已断开')).toBeHidden({ timeout: 30_000 });
    await expect(widget.getByText('等待网络恢复后发送')).toBeHidden({ timeout: 30_000 });

    // The customer's words may be there first: then it is asked before the answer goes.
    const sendAnyway = chen.page.getByRole('button', { name: '仍要发送' });
    await expect(async () => {
      if (await sendAnyway.isVisible()) await sendAnyway.click();
      await expect(widget.getByText('断线时客服写的')).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 10_000 });
    for (const words of ['断线时客户写的', '断线时客服写的']) {
      await expect(widget.getByText(words)).toBeVisible({ timeout: 10_000 });
      await expect(chen.thread.getByText(words)).toBeVisible({ timeout: 10_000 });
    }
    const inWidget = await widget.getByText(/^断线时客.写的$/).allInnerTexts();
    const inConsole = await chen.thread.getByText(/^断线时客.写的$/).allInnerTexts();
    expect(inWidget).toHaveLength(2);
    expect(inConsole).toEqual(inWidget);
    await chen.resolve();
    await chen.leave();
  });
});
