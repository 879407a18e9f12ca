import { type APIRequestContext, type Browser, expect, type FrameLocator, type Page, test } from '@playwright/test';
import type {
  AgentProfileView,
  StaffRecordView,
  TeamRoutingView,
  TeamView,
  TicketListItemView,
} from '../../src/contract/index.js';
import { flaws } from '../support/accessibility.js';
import { type DeskHome, type DeskProcess, deskHome, startDesk } from '../support/desk-process.js';
import { ADMIN, staffRequests } from '../support/staff-session.js';
import { Agent, insist } from './actors.js';

/** Three agents with room for one case each, and five customers, at a desk where nobody else waits. */
test.describe('routing', () => {
  test.describe.configure({ mode: 'serial' });
  let home: DeskHome;
  let desk: DeskProcess;
  let url: string;
  let admin: APIRequestContext;
  const agents: Record<'chen' | 'grace' | 'luo', Agent> = {} as never;
  const customers: Customer[] = [];

  test.beforeAll(async () => {
    test.setTimeout(240_000);
    home = await deskHome();
    desk = startDesk(home);
    await desk.ready();
    url = `http://127.0.0.1:${home.port}`;
    admin = await staffRequests(ADMIN, url);
    await clearTheDesk(admin);
    await letNothingMoveByItself(admin);
    for (const person of await everybody(admin))
      await giveRoom(admin, person, ['chen', 'grace', 'luo'].includes(person.email.split('@')[0] ?? '') ? 1 : 0);
  });
  test.afterAll(async () => {
    for (const { page } of [...Object.values(agents), ...customers]) await page.context().close();
    await admin.dispose();
    desk.signal('SIGTERM');
    await desk.ended;
    home.remove();
  });

  test('three customers find their person, two are told their place, which goes down', async ({ browser }) => {
    test.setTimeout(300_000);
    for (const name of ['chen', 'grace', 'luo'] as const) {
      agents[name] = await Agent.signIn(browser, `${name}@porchlight.example`, url);
      await agents[name].become('在线');
    }
    for (const locale of ['zh-CN', 'zh-CN', 'zh-CN', 'zh-CN', 'en'] as const)
      customers.push(await Customer.ask(browser, { url, shop: `http://127.0.0.1:${home.demoPort}`, locale }));
    const [first, , , fourth, fifth] = customers as [Customer, Customer, Customer, Customer, Customer];
    for (const served of customers.slice(0, 3)) await expect(served.widget.getByText(/为您服务/).first()).toBeVisible();
    await expect(fourth.waiting).toContainText('第 1 位');
    await expect(fifth.waiting).toContainText('No. 2');

    const free = await holderOf(admin, first);
    await agents[free].openCase(first.number);
    await agents[free].resolve();
    await expect(fourth.widget.getByText(/为您服务/).first()).toBeVisible();
    await expect(fifth.waiting).toContainText('No. 1');
  });

  test('who goes offline is warned, and their case finds somebody else; who declines says why', async () => {
    const [, second, , fourth] = customers as [Customer, Customer, Customer, Customer];
    const leaves = await holderOf(admin, second);
    const declines = await holderOf(admin, fourth);
    expect(leaves).not.toBe(declines);
    await agents[leaves].become('离线');
    await expect(second.widget.getByText('正在为您安排其他同事，您的排队位置保留')).toBeVisible({ timeout: 20_000 });

    const { page } = agents[declines];
    await agents[declines].openCase(fourth.number);
    await agents[declines].thread.getByRole('button', { name: '退回', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '退回', exact: true }).click();
    await expect(dialog.getByText('请写一下原因')).toBeVisible();
    await dialog.getByRole('button', { name: '应该由别的小组处理' }).click();
    await dialog.getByRole('button', { name: '退回', exact: true }).click();
    await expect(page.getByText(`${fourth.number} 已退回排队`)).toBeVisible();
    // Whoever has waited longest has the hands that came free; the one who declined is not given it again.
    await expect.poll(() => holderOf(admin, second)).toBe(declines);
    expect(await ticketOf(admin, fourth)).not.toHaveProperty('assigneeName');
  });

  test('a supervisor drags a case on the wall board, and a refusal puts it back in so many words', async ({
    browser,
  }) => {
    const [, second, , , fifth] = customers as [Customer, Customer, Customer, Customer, Customer];
    for (const person of await everybody(admin)) if (person.email.startsWith('su@')) await giveRoom(admin, person, 2);
    const su = await Agent.signIn(browser, 'su@porchlight.example', url);
    await su.become('忙碌');
    const { page } = su;
    await page.getByRole('link', { name: '监控大屏' }).click();
    const board = page.getByRole('main', { name: '监控大屏' });
    const caseOf = ({ number }: Customer) => board.locator(`[data-case="${number}"]`);
    const person = (name: string) => board.locator('.wall-person').filter({ has: page.getByRole('heading', { name }) });
    await expect(board.locator('.wall-team').filter({ hasText: '客服一线' })).toContainText('在线接待 2/2 单位');

    // Everybody who is there has one already.
    const full = NAMES[await holderOf(admin, second)];
    await caseOf(fifth).dragTo(person(full));
    await expect(page.getByText(`${full}已经接满，${fifth.number} 放回原处`)).toBeVisible();
    await expect(board.locator('.wall-waiting').filter({ hasText: fifth.number })).toBeVisible();

    await caseOf(fifth).dragTo(person('苏岚'));
    await expect(person('苏岚').locator(`[data-case="${fifth.number}"]`)).toBeVisible();
    await expect(fifth.widget.getByText(/Lan.*joined|joined/).first()).toBeVisible();

    // The same without a pointer, and back to the queue with a note.
    await person('苏岚')
      .getByRole('button', { name: `${fifth.number} 的操作` })
      .press('Enter');
    await page.getByRole('menuitem', { name: '移到…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('移给').fill('技术');
    await page.locator('.ant-select-dropdown').getByText('技术支持', { exact: true }).click();
    await expect(dialog).toContainText('工单会离开客服一线，由技术支持处理');
    await dialog.getByLabel('给同事的备注').fill('像是推流的问题');
    await insist(
      () => dialog.getByRole('button', { name: '移交' }).click(),
      () => expect(dialog).toBeHidden({ timeout: 4_000 }),
    );
    await expect(board.locator('.wall-waiting').filter({ hasText: fifth.number })).toContainText('技术支持');

    await person('陈静').getByRole('button', { name: '陈静的接待状态' }).click();
    await page.getByRole('menuitem', { name: /^忙碌/ }).click();
    await expect(person('陈静')).toContainText('由苏岚设置');
    await expect(agents.chen.page.getByRole('button', { name: /^接待状态/ })).toHaveAccessibleName(
      /忙碌.*苏岚为您设置/,
    );
    await su.page.context().close();
  });

  for (const [locale, name] of [
    ['zh-CN', '监控大屏'],
    ['en', 'Wall board'],
  ] as const)
    test(`the screens are sound in ${locale}`, async ({ browser }) => {
      const context = await browser.newContext({ locale, baseURL: url, reducedMotion: 'reduce' });
      await context.addCookies((await admin.storageState()).cookies);
      const page = await context.newPage();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.goto('/console/wall');
        await expect(page.getByRole('main', { name })).toContainText(/PL-/);
        await sound(page);
        for (const path of ['routing', 'routing/rules']) {
          await page.goto(`/console/admin/${path}`);
          await expect(page.locator('.routing-part').first()).toBeVisible();
          await sound(page);
        }
      }
      await context.close();
    });
});

const NAMES = { chen: '陈静', grace: 'Grace Miller', luo: '罗昊' } as const;

/** A visitor who has asked for a person. */
class Customer {
  private constructor(
    readonly page: Page,
    readonly widget: FrameLocator,
    readonly number: string,
  ) {}

  static async ask(
    browser: Browser,
    { url, shop, locale }: { url: string; shop: string; locale: 'zh-CN' | 'en' },
  ): Promise<Customer> {
    const context = await browser.newContext({ locale, timezoneId: 'Asia/Shanghai' });
    const page = await context.newPage();
    const address = `${shop}/bare-page`;
    await page.route(address, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><html lang="${locale}"><title>shop</title><script>
          window.porchlight = function () { (porchlight.q = porchlight.q || []).push(arguments); };
          porchlight('init', { site: 'demo', locale: '${locale}' });
        </script><script async src="${url}/widget/loader.js"></script>`,
      }),
    );
    await page.goto(address);
    const isChinese = locale === 'zh-CN';
    await page.getByRole('button', { name: isChinese ? '打开在线客服' : /chat|support|help/i }).click();
    const widget = page.frameLocator('iframe');
    await widget.getByRole('button', { name: isChinese ? '收益与提现' : /^Earnings/, exact: isChinese }).click();
    await widget.getByRole('textbox').fill(isChinese ? '转人工' : 'talk to a person');
    await widget.getByRole('textbox').press('Enter');
    const details = widget.locator('.case-details');
    await expect(details).toContainText(/PL-\w{3}-\w{4}/);
    const number = /PL-\w{3}-\w{4}/.exec(await details.innerText())?.[0] ?? '';
    return new Customer(page, widget, number);
  }

  /** What they are told while they wait. */
  get waiting() {
    return this.widget.locator('body');
  }
}

async function sound(page: Page): Promise<void> {
  expect(await flaws(page)).toEqual([]);
}

async function everybody(admin: APIRequestContext): Promise<StaffRecordView[]> {
  return (await (await admin.get('/api/staff?limit=100')).json()).items;
}

async function giveRoom(admin: APIRequestContext, { id }: StaffRecordView, capacity: number): Promise<void> {
  const { version, kindLimits, skills }: AgentProfileView = await (await admin.get(`/api/staff/${id}/profile`)).json();
  const data = { version, kindLimits, skills, capacity };
  expect((await admin.put(`/api/staff/${id}/profile`, { data })).status()).toBe(200);
}

/** The demo's unfinished cases are withdrawn: only those of this story wait. */
async function clearTheDesk(admin: APIRequestContext): Promise<void> {
  for (;;) {
    const found = await admin.get('/api/tickets/search?status=new,open,pending,on_hold&limit=100');
    const { items }: { items: TicketListItemView[] } = await found.json();
    if (items.length === 0) return;
    for (const { number } of items) {
      const answer = await admin.post(`/api/tickets/${number}/transitions`, { data: { to: 'cancelled' } });
      expect(answer.status()).toBe(201);
    }
  }
}

/** However slow the machine is, no case of the front line goes back or overflows in the meantime. */
async function letNothingMoveByItself(admin: APIRequestContext): Promise<void> {
  const { items }: { items: TeamView[] } = await (await admin.get('/api/teams')).json();
  const path = `/api/teams/${items.find(({ key }) => key === 'frontline')?.id}/routing`;
  const { teamId: _, warnings: __, ...settings }: TeamRoutingView = await (await admin.get(path)).json();
  const data = { ...settings, answerWithinSeconds: null, overflowTeamIds: [] };
  expect((await admin.put(path, { data })).status()).toBe(200);
}

async function ticketOf(admin: APIRequestContext, { number }: Customer): Promise<{ assigneeName?: string }> {
  return await (await admin.get(`/api/tickets/${number}`)).json();
}

/** Which of the three has this customer's case; waits until one has. */
async function holderOf(admin: APIRequestContext, customer: Customer): Promise<keyof typeof NAMES> {
  let holder: keyof typeof NAMES | undefined;
  await expect(async () => {
    const { assigneeName } = await ticketOf(admin, customer);
    holder = (Object.keys(NAMES) as (keyof typeof NAMES)[]).find((key) => NAMES[key] === assigneeName);
    expect(holder, `${customer.number} is with ${assigneeName ?? 'nobody'}`).toBeDefined();
  }).toPass({ timeout: 15_000 });
  return holder as keyof typeof NAMES;
}
