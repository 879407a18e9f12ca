import { expect, type Page, test } from '@playwright/test';
import { flaws, WCAG_AA } from '../support/accessibility.js';
import { carrySession, setPresence, signIn } from '../support/console-page.js';
import { ADMIN } from '../support/staff-session.js';
import { openCase } from '../support/waiting-case.js';

const AGENT = 'chen@porchlight.example';

// Its name begins with that of the spinner until the animation of it has ended.
const saveButton = (page: Page) => page.getByRole('button', { name: /保存$/ });
const save = async (page: Page) => {
  await saveButton(page).click();
  await expect(page.getByText('已保存').first()).toBeVisible();
};
/** A page of the demo shop's origin with nothing but the snippet on it. */
const embed = async (page: Page, snippet: string) => {
  const address = `${process.env.DEMO_SHOP_URL}/embedded`;
  await page.route(address, (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>host</title><main>host</main>${snippet}` }),
  );
  await page.goto(address);
};

test('an administrator makes a site, embeds it, sees it work, and rotates its secret', async ({ page, context }) => {
  await signIn(page, ADMIN, '/console/admin/sites');
  await page.getByRole('button', { name: '新建站点' }).click();
  await page.getByLabel('站点标识').fill(`tea-${Date.now()}`);
  await page.getByLabel('名称').fill('林记茶铺');
  await page.getByLabel('允许的来源').fill('https://*.example');
  await expect(page.getByText('含通配符')).toBeVisible();
  await page.getByLabel('允许的来源').fill('https://tea.example');
  await page.getByLabel('问候语 · 中文').fill('茶铺在这里');
  await page.getByRole('button', { name: '新建站点' }).click();
  const first = await page.getByTestId('issued-secret').textContent();
  expect(first).toMatch(/^[\w-]{43}$/);
  await page.getByRole('button', { name: '已保存，关闭' }).click();
  await expect(page.getByText('还没有页面尝试打开')).toBeVisible();
  const snippet = (await page.getByText("porchlight('init'").textContent()) ?? '';

  const host = await context.newPage();
  await embed(host, snippet);
  await host.getByRole('button', { name: '打开在线客服' }).click();
  await expect.poll(() => host.frames().length).toBe(2);
  await page.reload();
  await page.getByRole('button', { name: '加入允许列表' }).click();
  await save(page);

  await embed(host, snippet);
  await host.getByRole('button', { name: '打开在线客服' }).click();
  await expect(host.frameLocator('iframe').getByText('茶铺在这里')).toBeVisible();
  await page.reload();
  await expect(page.getByText(`最近一次由 ${process.env.DEMO_SHOP_URL} 打开`)).toBeVisible();

  await page.getByRole('button', { name: '轮换密钥' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '生成新密钥' }).click();
  const second = await page.getByTestId('issued-secret').textContent();
  expect(second).not.toBe(first);
  await page.getByRole('button', { name: '已保存，关闭' }).click();
  await page.getByRole('button', { name: '立即停用' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: '立即停用' }).click();
  await expect(page.getByText('密钥已停用')).toBeVisible();
  await expect(page.getByText('过渡中')).toBeHidden();
});

test('two administrators edit one site: nothing that was typed is lost', async ({ page, context }) => {
  await carrySession(page.context(), ADMIN);
  const made = await page.request.post('/api/sites', {
    data: {
      key: `pots-${Date.now()}`,
      name: '陶瓷工坊',
      allowedOrigins: [],
      greeting: { 'zh-CN': '您好', en: 'Hello' },
      hours: { 'zh-CN': '全天', en: 'Always' },
      color: '#0f766e',
      position: 'right',
      enabled: true,
    },
  });
  await page.goto(`/console/admin/sites/${(await made.json()).detail.site.id}`);
  await page.getByLabel('客服电话').waitFor();
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByLabel('客服电话').waitFor();
  await page.getByLabel('客服电话').fill('400-000-0001');
  await page.getByLabel('服务时间 · 英文').fill('Day and night');
  await save(page);
  await other.getByLabel('客服电话').fill('400-000-0002');
  await saveButton(other).click();
  const notice = other.getByRole('alert').filter({ hasText: '他人刚刚修改了同一内容' });
  await expect(notice).toContainText('400-000-0001');
  await expect(notice).toContainText('400-000-0002');
  await expect(other.getByLabel('服务时间 · 英文')).toHaveValue('Day and night');
  await notice.getByRole('button', { name: '保留我的并继续' }).click();
  await save(other);
});

test('a form is built by keyboard, filled in by an agent, and what is removed stays readable', async ({
  page,
  browser,
}) => {
  const key = `invoices_${Date.now()}`;
  const name = `发票 ${key}`;
  await signIn(page, ADMIN, '/console/admin/categories/feature/new');
  await page.getByLabel(/^名称 · 中文/).fill(name);
  await page.getByLabel(/^名称 · 英文/).fill('Invoices');
  await page.getByLabel('子类标识').fill(key);
  for (const [chinese, english] of [
    ['抬头', 'Title'],
    ['税号', 'Tax number'],
  ] as const) {
    await page.getByRole('button', { name: '+ 添加字段' }).click();
    await page.getByLabel('字段名称 · 中文').fill(chinese);
    await page.getByLabel('字段名称 · 英文').fill(english);
  }
  await page.getByRole('button', { name: '上移 税号' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '上移 税号' })).toBeFocused();
  const preview = page.getByRole('complementary', { name: '预览' });
  await expect(preview.getByRole('textbox')).toHaveCount(2);
  await expect(preview.getByRole('textbox').first()).toHaveAccessibleName('税号');
  await page.getByRole('button', { name: '新建子类', exact: true }).click();
  await expect(page.getByRole('heading', { name: `${name} ${key}` })).toBeVisible();

  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } });
  const agent = await context.newPage();
  const { number } = await openCase('我想问一个没有文章会回答的问题 fpwt');
  await signIn(agent, AGENT, `/console/tickets/${number}`);
  await setPresence(agent, 'busy');
  const panel = agent.getByRole('complementary', { name: '客户与工单' });
  await agent.getByRole('button', { name: '接手' }).click();
  await panel.getByRole('combobox', { name: '问题类型' }).click();
  const menu = agent.locator('.ant-cascader-menus');
  await menu.getByText('功能', { exact: true }).click();
  await menu.getByText(name, { exact: true }).click();
  await panel.getByLabel('抬头').fill('林记茶铺');
  await panel.getByRole('button', { name: '保存' }).click();
  await expect(agent.getByText('已保存')).toBeVisible();

  await page.getByRole('button', { name: '移除字段 抬头' }).click();
  await save(page);
  await expect(page.getByText('已归档的字段')).toBeVisible();
  await page.getByRole('button', { name: '归档子类' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: '归档子类' }).click();
  await expect(page.getByText('这个子类已归档')).toBeVisible();

  await agent.reload();
  await expect(panel.getByLabel('抬头（已归档）')).toHaveValue('林记茶铺');
  await expect(panel.getByLabel('抬头（已归档）')).toBeDisabled();
  await expect(panel.getByText(`功能 / ${name}（已归档）`)).toBeVisible();
  // A case that is done takes none of the agent's hands from other tests.
  const done = await agent.request.post(`/api/tickets/${number}/transitions`, { data: { to: 'resolved' } });
  expect(done.status()).toBe(201);
  await setPresence(agent, 'offline');
  await context.close();
});

test('the pages can be read by everyone, in light and dark', async ({ page }) => {
  await signIn(page, ADMIN, '/console/admin/sites');
  const site = (await page.getByRole('link', { name: /拾光优选/ }).getAttribute('href')) ?? '';
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const path of ['/console/admin/sites', site, '/console/admin/categories/earnings/payout_delay']) {
      await page.goto(path);
      await expect(page.locator('.sheet').first()).toBeVisible();
      expect(await flaws(page, { rules: WCAG_AA }), `${path} ${colorScheme}`).toEqual([]);
    }
  }
});
