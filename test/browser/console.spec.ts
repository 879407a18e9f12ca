import { expect, type Page, test } from '@playwright/test';
import { flaws, WCAG_AA } from '../support/accessibility.js';
import { setPresence, signIn, signInByForm } from '../support/console-page.js';
import { openCase } from '../support/waiting-case.js';

const AGENT = 'chen@porchlight.example';

const reply = (page: Page) => page.getByRole('textbox', { name: '回复' });
const note = (page: Page) => page.getByRole('textbox', { name: '备注' });
const bubble = (page: Page, text: string) => page.getByRole('log').getByText(text, { exact: true });

test('says what is wrong with a login, in both languages', async ({ page }) => {
  await page.goto('/console/');
  await signInByForm(page, 'nobody@porchlight.example', 'not the password');
  await expect(page.getByRole('alert').filter({ hasText: '邮箱或密码不正确' })).toBeVisible();
  await page.getByText('English', { exact: true }).click();
  await expect(page.getByText('Wrong email or password')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Sign in to the console' })).toBeVisible();
});

test.describe('with a case', () => {
  test.beforeEach(async ({ page }) => {
    const { number } = await openCase('我想问一个没有文章会回答的问题 zqxj');
    await signIn(page, AGENT, `/console/tickets/${number}`);
    await setPresence(page, 'busy');
    await page.getByRole('button', { name: '接手' }).click();
    await expect(page.getByText('已分配给您')).toBeVisible();
  });

  test.afterEach(async ({ page }) => {
    // Whoever is left online would be given the cases of other tests.
    await setPresence(page, 'offline');
  });

  test('keeps what is half written, a reply apart from a note', async ({ page }) => {
    await reply(page).fill('半句回复');
    await page.getByRole('button', { name: '备注', exact: true }).click();
    await expect(page.getByText('仅内部可见，客户看不到')).toBeVisible();
    await note(page).fill('半句备注');
    await page.reload();
    await expect(reply(page)).toHaveValue('半句回复');
    await page.getByRole('button', { name: '备注', exact: true }).click();
    await expect(note(page)).toHaveValue('半句备注');
    await note(page).press('Control+Enter');
    await expect(page.getByRole('article', { name: /备注/ }).getByText('半句备注')).toBeVisible();
    await page.getByRole('button', { name: '回复', exact: true }).click();
    await reply(page).press('Enter');
    await expect(bubble(page, '半句回复')).toHaveCount(1);
    await expect(reply(page)).toHaveValue('');
  });

  test('does not send while an input method is choosing', async ({ page }) => {
    const keyboard = await page.context().newCDPSession(page);
    await reply(page).focus();
    await keyboard.send('Input.imeSetComposition', { text: 'nihao', selectionStart: 5, selectionEnd: 5 });
    await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Process' });
    await keyboard.send('Input.insertText', { text: '你好呀' });
    await expect(reply(page)).toHaveValue('你好呀');
    await page.keyboard.press('Enter');
    await expect(bubble(page, '你好呀')).toHaveCount(1);
  });

  test('shows two editors of one case what the other changed', async ({ page, context }) => {
    const other = await context.newPage();
    await other.goto(page.url());
    await other.getByRole('textbox', { name: '标题' }).fill('另一个窗口的标题');
    await page.getByRole('textbox', { name: '标题' }).fill('这个窗口的标题');
    await page.getByRole('button', { name: '保存' }).click();
    await expect(page.getByText('已保存')).toBeVisible();
    const notice = other.getByRole('alert').filter({ hasText: '工单已被他人更新' });
    await expect(notice).toContainText('这个窗口的标题');
    await expect(other.getByRole('textbox', { name: '标题' })).toHaveValue('另一个窗口的标题');
    await notice.getByRole('button', { name: '采用最新' }).click();
    await expect(other.getByRole('textbox', { name: '标题' })).toHaveValue('这个窗口的标题');
  });

  test('ends in every tab of the session, and says why', async ({ page, context }) => {
    const other = await context.newPage();
    await other.goto(page.url());
    await reply(other).fill('写到一半');
    await page.getByRole('button', { name: /的菜单/ }).click();
    await page.getByRole('button', { name: '退出登录' }).click();
    await expect(page.getByText('您已退出登录')).toBeVisible();
    await expect(other.getByText(/登录已在别处结束|登录已过期/)).toBeVisible();
    await signInByForm(page, AGENT);
    await expect(page.getByRole('navigation', { name: '工单列表' })).toBeVisible();
    await page.goto(other.url());
    await expect(reply(page)).toHaveValue('写到一半');
  });

  test('can be read by everyone, in light and dark', async ({ page }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.reload();
      await expect(page.getByText('建立工单')).toBeVisible();
      expect(await flaws(page, { rules: WCAG_AA }), colorScheme).toEqual([]);
    }
  });
});
