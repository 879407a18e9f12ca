import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { flaws, WCAG_AA } from '../support/accessibility.js';
import { carrySession, signIn, signInByForm } from '../support/console-page.js';
import { ADMIN } from '../support/staff-session.js';

const NEW_PASSWORD = 'a brand new password';

/** An administrator invites somebody from the list. @returns the link, and the address that they have */
async function invite(page: Page): Promise<{ url: string; email: string }> {
  const email = `new-${randomUUID().slice(0, 8)}@porchlight.example`;
  await signIn(page, ADMIN, '/console/admin/staff');
  await page.getByRole('button', { name: '邀请同事' }).click();
  const dialog = page.getByRole('dialog', { name: '邀请同事' });
  await dialog.getByLabel('邮箱').fill(email);
  await dialog.getByLabel('小组').click();
  await page.locator('.ant-select-dropdown').getByText('技术支持', { exact: true }).click();
  await dialog.getByLabel('邮箱').focus();
  await page.keyboard.press('Enter');
  const issued = page.getByRole('dialog', { name: '邀请链接' });
  const url = (await issued.locator('code').textContent()) ?? '';
  await issued.getByRole('button', { name: '我已复制' }).click();
  await expect(page.getByRole('heading', { name: email.split('@')[0] })).toBeVisible();
  return { url, email };
}

/** Opens a link in a browser of its own, and signs in by it. */
async function accept(browser: Browser, url: string, name: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const page = await context.newPage();
  await page.goto(url);
  await expect(page.getByRole('heading', { name: '欢迎加入客服台' })).toBeVisible();
  await page.getByLabel('姓名').fill(name);
  await page.getByLabel('新密码').fill(NEW_PASSWORD);
  await page.getByLabel('再输入一次').fill(NEW_PASSWORD);
  await page.getByRole('button', { name: '保存，去登录' }).click();
  await expect(page.getByText('密码已设置，请登录')).toBeVisible();
  await page.getByLabel('密码', { exact: true }).fill(NEW_PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: '工单列表' })).toBeVisible();
  return page;
}

test('somebody is invited, joins, signs in, is disabled, and their screen says so', async ({ page, browser }) => {
  const { url, email } = await invite(page);
  await expect(page.getByText('尚未加入')).toBeVisible();
  const theirs = await accept(browser, url, '新同事');

  const stranger = await browser.newPage();
  await stranger.goto(url);
  await expect(stranger.getByRole('heading', { name: '链接已失效' })).toBeVisible();
  await stranger.close();

  await page.reload();
  await expect(page.getByRole('heading', { name: '新同事' })).toBeVisible();
  await page.getByRole('button', { name: '停用账号' }).click();
  const confirm = page.getByRole('dialog').filter({ hasText: '停用 新同事？' });
  await confirm.getByRole('button', { name: '停用账号' }).click();
  await expect(page.getByRole('button', { name: '重新启用' })).toBeVisible();
  await expect(theirs.getByRole('heading', { name: '登录客服台' })).toBeVisible({ timeout: 5_000 });
  // By the socket, or by what the console asks for when their presence changes: whichever is first.
  await expect(theirs.getByText(/您的登录已在别处结束|登录已过期/)).toBeVisible();
  await signInByForm(theirs, email, NEW_PASSWORD);
  await expect(theirs.getByText('邮箱或密码不正确')).toBeVisible();
  await theirs.context().close();

  await page.goto('/console/admin/audit?kind=staff');
  await expect(page.getByRole('listitem').filter({ hasText: '新同事' }).filter({ hasText: '停用' })).toBeVisible();
});

test('two administrators edit one person: nothing typed is lost', async ({ page, context }) => {
  await invite(page);
  const other = await context.newPage();
  await other.goto(page.url());
  const nameOn = (on: Page) => on.getByRole('region', { name: '资料' }).getByLabel('姓名');
  const save = (on: Page) => on.getByRole('region', { name: '资料' }).getByRole('button', { name: /保\s?存/ });
  await nameOn(other).fill('对方起的名字');
  await save(other).click();
  await expect(other.getByText('已保存')).toBeVisible();
  await nameOn(page).fill('我起的名字');
  await save(page).click();
  const conflict = page.getByRole('alert').filter({ hasText: '他人刚刚修改了同一内容' });
  await expect(conflict).toContainText('对方起的名字');
  await expect(nameOn(page)).toHaveValue('我起的名字');
  await conflict.getByRole('button', { name: '保留我的并继续' }).click();
  await save(page).click();
  await expect(page.getByRole('heading', { name: '我起的名字' })).toBeVisible();
  await other.close();
});

test('one’s own account: a second step at sign-in, and a way in without the phone', async ({ page, browser }) => {
  const { url, email } = await invite(page);
  const theirs = await accept(browser, url, '安全员');
  await theirs.getByRole('button', { name: '安全员 的菜单' }).click();
  await theirs.getByRole('button', { name: '我的账号' }).click();
  const factor = theirs.getByRole('region', { name: '两步验证' });
  await factor.getByRole('button', { name: '开启两步验证' }).click();
  await factor.getByLabel('密码').fill(NEW_PASSWORD);
  await factor.getByRole('button', { name: '继续' }).click();
  await expect(factor.getByRole('img', { name: /二维码/ })).toBeVisible();
  expect(await flaws(theirs, { rules: WCAG_AA })).toEqual([]);
  const secret = ((await factor.locator('.factor-secret').textContent()) ?? '').replaceAll(' ', '');
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  await factor.getByLabel(/6 位验证码/).fill(code);
  await factor.getByRole('button', { name: '确认并开启' }).click();
  const recovery = await factor.getByRole('listitem').first().textContent();
  await factor.getByRole('button', { name: '我已保存好' }).click();
  await expect(factor.getByText('已开启')).toBeVisible();

  await theirs.getByRole('button', { name: '安全员 的菜单' }).click();
  await theirs.getByRole('button', { name: '退出登录' }).click();
  await signInByForm(theirs, email, NEW_PASSWORD);
  await expect(theirs.getByRole('heading', { name: '请输入 6 位验证码' })).toBeVisible();
  await theirs.getByLabel('验证码').fill(code);
  await theirs.keyboard.press('Enter');
  await expect(theirs.getByText('每个验证码只能用一次')).toBeVisible();
  await theirs.getByLabel('验证码').fill(recovery?.toLowerCase() ?? '');
  await theirs.keyboard.press('Enter');
  await expect(theirs.getByRole('heading', { name: '我的账号' })).toBeVisible();
  await expect(theirs.getByText('剩余恢复码 9 个')).toBeVisible();
  await theirs.context().close();
});

test('a supervisor plans a night shift, sees when nobody is there, and takes it back', async ({ page }) => {
  await signIn(page, 'su@porchlight.example', '/console/admin/shifts?week=2031-03-24');
  const pages = page.getByRole('navigation', { name: '管理页面' });
  await expect(pages.getByRole('link', { name: '排班' })).toBeVisible();
  await expect(pages.getByRole('link', { name: '员工' })).toHaveCount(0);
  await page.getByRole('button', { name: /^为 苏岚 添加 .*周二 的班次$/ }).click();
  const dialog = page.getByRole('dialog', { name: /苏岚/ });
  await dialog.getByLabel('从').fill('22:00');
  await dialog.getByLabel('到').fill('06:00');
  await expect(dialog.getByText('次日')).toBeVisible();
  await dialog.getByRole('button', { name: '添加班次' }).click();
  const shift = page.getByRole('button', { name: '苏岚 22:00–06:00 删除' });
  await expect(shift).toBeVisible();
  const open = page.getByRole('row', { name: /^无人当班/ }).getByRole('cell');
  await expect(open.nth(1)).toHaveText('00:00–22:00');
  await expect(open.nth(2)).toHaveText('06:00–24:00');
  expect(await flaws(page, { rules: WCAG_AA })).toEqual([]);
  await shift.click();
  await page
    .getByRole('tooltip')
    .getByRole('button', { name: /删\s?除/ })
    .click();
  await expect(shift).toHaveCount(0);
});

test('a team that is still needed says by what, and the pages are fit for everybody', async ({ page }) => {
  await carrySession(page.context(), ADMIN);
  for (const path of ['/console/admin/staff', '/console/admin/teams', '/console/account', '/console/welcome#nothing']) {
    await page.goto(path);
    await expect(page.getByRole('heading').first()).toBeVisible();
    await expect(page.locator('.ant-skeleton')).toHaveCount(0);
    expect([path, await flaws(page, { rules: WCAG_AA })]).toEqual([path, []]);
  }
  await page.goto('/console/admin/teams');
  await page.getByRole('link', { name: '结算组' }).click();
  await page.getByRole('button', { name: '归档小组' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '归档小组' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '还在使用中' })).toContainText('收益 › ');
  await page.getByRole('combobox', { name: '组长' }).focus();
  expect(await flaws(page, { rules: WCAG_AA })).toEqual([]);
});
