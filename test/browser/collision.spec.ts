import { expect, type Page, test } from '@playwright/test';
import { askForPerson, signIn, withdrawCases } from '../support/console-page.js';
import { type Line, layLine } from '../support/line.js';
import { ADMIN } from '../support/staff-session.js';
import { Agent } from './actors.js';

const composer = (console: Page) => console.getByRole('region', { name: '撰写' });
const thread = (console: Page) => console.getByRole('main', { name: '会话' });

test.describe('two agents at one case', () => {
  let line: Line;
  test.beforeAll(async () => {
    line = await layLine(process.env.PORCHLIGHT_URL as string);
  });
  test.afterAll(() => line.close());

  test('see each other, and who has not read what the other said is asked before the answer goes', async ({
    browser,
    page: customer,
  }) => {
    const number = await askForPerson(customer, '橱窗里的商品不见了 丙');
    const widget = customer.frameLocator('iframe').locator('body');
    const admin = await (await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })).newPage();
    await signIn(admin, ADMIN, `/console/tickets/${number}`);
    const chen = (await Agent.signIn(browser, 'chen@porchlight.example', line.url)).page;
    await chen.goto(`${line.url}/console/tickets/${number}`);

    await expect(thread(admin).getByText('陈静 也在看这个工单')).toBeVisible();
    await composer(admin).getByRole('textbox').pressSequentially('管理员来答');
    await expect(thread(chen).getByText('管理员 正在回复…')).toBeVisible();

    line.cut();
    await expect(chen.getByText('连接已断开')).toBeVisible({ timeout: 30_000 });
    await expect(thread(admin).getByText('陈静 也在看这个工单')).toBeHidden();
    await composer(admin).getByRole('textbox').press('Enter');
    await expect(widget.getByText('管理员来答')).toBeVisible();
    await composer(chen).getByRole('textbox').fill('我的答复');
    await composer(chen).getByRole('textbox').press('Enter');
    line.mend();

    // What came stands beside what was written, and nothing of it has gone.
    const question = composer(chen).getByRole('alertdialog', { name: '还没有发出：发送前，会话有了新内容' });
    await expect(question.getByRole('listitem')).toHaveText(/管理员.*管理员来答/, { timeout: 30_000 });
    await expect(question).toContainText('我的答复');
    await expect(question.getByRole('button', { name: '继续修改' })).toBeFocused();
    await chen.keyboard.press('Enter');
    await expect(composer(chen).getByRole('textbox')).toHaveValue('我的答复');
    await expect(composer(chen).getByRole('textbox')).toBeFocused();
    // Kept for this case: another one, or a reload, takes nothing away.
    await chen.reload();
    await expect(composer(chen).getByRole('textbox')).toHaveValue('我的答复');
    await expect(widget).not.toContainText('我的答复');
    await composer(chen).getByRole('textbox').press('Enter');
    await expect(widget.getByText('我的答复')).toBeVisible();

    for (const page of [admin, chen]) await page.context().close();
    await withdrawCases(number);
  });
});
