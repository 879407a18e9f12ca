import { expect, type Page, test } from '@playwright/test';
import { FOR_EVERYBODY, flaws } from '../support/accessibility.js';
import { ADMIN, staffRequests } from '../support/staff-session.js';
import { openCase } from '../support/waiting-case.js';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Somebody at the desk, without a browser. */
async function atTheDesk() {
  const staff = await staffRequests(ADMIN);
  return {
    move: async (number: string, to: string) => {
      const answer = await staff.post(`/api/tickets/${number}/transitions`, { data: { to } });
      expect([to, answer.status()]).toEqual([to, 201]);
    },
    close: () => staff.dispose(),
  };
}

async function isForEverybody(page: Page): Promise<void> {
  expect(await flaws(page, { rules: FOR_EVERYBODY })).toEqual([]);
  const tooWide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(tooWide).toBeLessThanOrEqual(0);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a case is followed, answered, hurried, confirmed and rated on its page', async ({ page }) => {
      const ticket = await openCase('昨天的货款没有到账', 'earnings');
      const desk = await atTheDesk();
      await page.goto(`${ticket.statusUrl}&locale=zh-CN`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/已受理|处理中/);
      await expect(page.getByRole('region', { name: '沟通记录' })).toContainText('昨天的货款没有到账');

      await page.getByRole('button', { name: '催一下' }).click();
      await expect(page.getByRole('status').first()).toHaveText('已为您催办，负责的同事已收到提醒。');
      await expect(page.locator('#notice')).toBeFocused();
      await expect(page.getByRole('button', { name: '催一下' })).toBeHidden();
      await expect(page.getByText('下次可催时间')).toBeVisible();

      await desk.move(ticket.number, 'open').catch(() => undefined);
      await desk.move(ticket.number, 'pending');
      await page.reload();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('等您补充');
      await page.getByLabel('您的回复').fill('订单号 DD2026');
      await page.getByLabel('图片或文件').setInputFiles({ name: '截图.png', mimeType: 'image/png', buffer: PNG });
      await page.getByRole('button', { name: '发送' }).click();
      await expect(page.getByRole('status').first()).toHaveText(/已收到，谢谢补充/);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('处理中');
      await expect(page.getByRole('img', { name: '图片：截图.png' })).toBeVisible();
      await expect(page.getByLabel('您的回复')).toHaveValue('');

      await desk.move(ticket.number, 'resolved');
      await page.reload();
      await page.getByRole('button', { name: '已解决', exact: true }).click();
      await expect(page.getByRole('status').first()).toHaveText('谢谢确认，很高兴问题解决了。');
      await page.getByRole('radio', { name: /^2/ }).check();
      await expect(page.getByText('回复太慢')).toBeVisible();
      await expect(page.getByText('回复及时')).toBeHidden();
      await page.getByRole('radio', { name: /^5/ }).check();
      await expect(page.getByText('回复太慢')).toBeHidden();
      await page.getByLabel('回复及时').check();
      await page.getByRole('group', { name: '问题是否解决' }).getByLabel('已解决').check();
      await page.getByLabel('想对我们说的话').fill('谢谢');
      await page.getByRole('button', { name: '提交评价' }).click();
      await expect(page.getByText('感谢您的评价')).toBeVisible();
      await expect(page.getByText('5 分', { exact: true })).toBeVisible();
      await desk.close();
    });

    test('a case is withdrawn after being asked once more, and what moved on says so', async ({ page, context }) => {
      const ticket = await openCase('弄错了', 'earnings');
      await page.goto(`${ticket.statusUrl}&locale=zh-CN`);
      const stale = await context.newPage();
      await stale.goto(`${ticket.statusUrl}&locale=zh-CN`);
      await page.getByRole('link', { name: '撤销工单' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('确定要撤销这个工单吗？');
      await page.getByLabel('提交错了').check();
      await page.getByLabel('补充说明').fill('不是这家店');
      await page.getByRole('button', { name: '确定撤销' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('已撤销');
      await stale.getByRole('button', { name: '催一下' }).click();
      await expect(stale.getByRole('alert').first()).toContainText('工单在您打开页面后有了变化');
      await expect(stale.getByRole('heading', { level: 1 })).toHaveText('已撤销');
    });

    test('what cannot be taken is named, and words and good files are kept', async ({ page }) => {
      const ticket = await openCase('请看附件', 'earnings');
      await page.goto(`${ticket.statusUrl}&locale=zh-CN`);
      await page.getByLabel('您的回复').fill('写了很久的一段话');
      await page.getByLabel('图片或文件').setInputFiles([
        { name: '好图.png', mimeType: 'image/png', buffer: PNG },
        {
          name: '网页.svg',
          mimeType: 'image/svg+xml',
          buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
        },
      ]);
      await page.getByRole('button', { name: '发送' }).click();
      await expect(page.locator('#notice')).toHaveText('这种文件不能上传：网页.svg');
      await expect(page.locator('#notice')).toBeFocused();
      await expect(page.getByLabel('您的回复')).toHaveValue('写了很久的一段话');
      await page.getByRole('button', { name: '发送' }).click();
      await expect(page.getByRole('img', { name: '图片：好图.png' })).toBeVisible();
      await expect(page.getByText('写了很久的一段话')).toHaveCount(1);
    });
  });
}

test('a draft stays through a reload, and a file that is too large is said before it is sent', async ({ page }) => {
  const ticket = await openCase('草稿', 'earnings');
  await page.goto(`${ticket.statusUrl}&locale=zh-CN`);
  await page.getByLabel('您的回复').fill('还没写完');
  await page.reload();
  await expect(page.getByLabel('您的回复')).toHaveValue('还没写完');
  const large = { name: '大.txt', mimeType: 'text/plain', buffer: Buffer.alloc(10 * 1024 * 1024 + 1, 'a') };
  await page.getByLabel('图片或文件').setInputFiles(large);
  await expect(page.getByText('大.txt 超过 10 MB')).toBeVisible();
  await page.getByRole('button', { name: '发送' }).click();
  await expect(page).not.toHaveURL(/messages/);
  await page.getByLabel('图片或文件').setInputFiles([]);
  await page.getByRole('button', { name: '发送' }).click();
  await expect(page.getByLabel('您的回复')).toHaveValue('');
});

for (const [size, viewport] of [
  ['a desk', { width: 1440, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
] as const)
  for (const colorScheme of ['light', 'dark'] as const)
    test.describe(`on ${size}, ${colorScheme}`, () => {
      // The checker is a script of its own.
      test.use({ viewport, colorScheme, bypassCSP: true });

      test('the page of a case is for everybody, in each of its states', async ({ page }) => {
        const ticket = await openCase('昨天的货款没有到账，订单 DD20261119001，应结算日期 11 月 19 日。', 'earnings');
        const desk = await atTheDesk();
        await page.goto(`${ticket.statusUrl}&locale=zh-CN`);
        await isForEverybody(page);
        await desk.move(ticket.number, 'open').catch(() => undefined);
        await desk.move(ticket.number, 'resolved');
        await page.goto(`${ticket.statusUrl}&locale=en`);
        await isForEverybody(page);
        await page.getByRole('button', { name: 'Yes, solved' }).click();
        await page.getByRole('radio', { name: /^2/ }).check();
        await isForEverybody(page);
        await page.goto(`/status/${ticket.number}/withdrawal?key=${ticket.statusUrl.split('key=')[1]}&locale=zh-CN`);
        await isForEverybody(page);
        await desk.close();
      });
    });

test('on paper there are number, state and thread, and nothing to press', async ({ page }) => {
  const ticket = await openCase('请打印', 'earnings');
  await page.goto(`${ticket.statusUrl}&locale=zh-CN`);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(ticket.number).first()).toBeVisible();
  await expect(page.getByText('请打印')).toBeVisible();
  await expect(page.getByRole('button').filter({ visible: true })).toHaveCount(0);
  await expect(page.getByRole('textbox').filter({ visible: true })).toHaveCount(0);
});
