import { type Browser, expect, type Page, test } from '@playwright/test';
import { type PolicyView, secondsLeft, type TicketListItemView } from '../../src/contract/index.js';
import { flaws, WCAG_AA } from '../support/accessibility.js';
import { askForPerson, carrySession, signIn } from '../support/console-page.js';
import { ADMIN } from '../support/staff-session.js';
import { openCase } from '../support/waiting-case.js';

const HOUR = 3_600_000;

/** A machine whose clock is off by that many milliseconds; `setOff` sets it again while the page is open. */
async function withWrongClock(browser: Browser, off: number): Promise<Page> {
  const page = await browser.newPage({ baseURL: process.env.PORCHLIGHT_URL });
  await page.addInitScript((milliseconds) => {
    const Real = Date;
    let shift = milliseconds;
    class Shifted extends Real {
      constructor(...given: unknown[]) {
        if (given.length === 0) super(Real.now() + shift);
        else super(...(given as [number]));
      }
      static override now(): number {
        return Real.now() + shift;
      }
    }
    Object.assign(globalThis, { Date: Shifted, setOff: (next: number) => (shift = next) });
  }, off);
  return page;
}

const board = (page: Page) => page.getByRole('main', { name: '即将超时' });
const rows = (page: Page) => board(page).locator('.due-row');

/** Tickets whose clock runs, what is due first first, as the server has them. */
async function running(page: Page): Promise<TicketListItemView[]> {
  const answer = await page.request.get('/api/tickets/search?sla=running&sort=due&direction=asc&limit=50');
  return (await answer.json()).items;
}

/** What a chip says, in seconds; negative once overdue. */
function secondsOf(text: string): number {
  const [, over, hours = '0', minutes, seconds] = /(超 )?(?:(\d+):)?(\d+):(\d\d)$/.exec(text) ?? [];
  return (over ? -1 : 1) * (Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds));
}

/** How far the chips on the board are from the server's reckoning, in seconds; the desk runs on this machine. */
async function error(page: Page): Promise<number> {
  const tickets = (await running(page)).filter((ticket) => Math.abs(secondsLeft(ticket, Date.now())) < 80_000);
  const shown = await board(page)
    .locator('.due-row')
    .evaluateAll((items) =>
      items.map((item) => ({
        number: item.querySelector('[data-row]')?.getAttribute('data-row'),
        text: item.querySelector('.sla-face')?.textContent ?? '',
      })),
    );
  const now = Date.now();
  const errors = tickets.flatMap((ticket) => {
    const text = shown.find(({ number }) => number === ticket.number)?.text;
    return text ? [Math.abs(secondsOf(text) - secondsLeft(ticket, now))] : [];
  });
  expect(errors.length).toBeGreaterThan(3);
  return Math.max(...errors);
}

for (const [name, off] of [
  ['an hour fast', HOUR],
  ['an hour slow', -HOUR],
] as const)
  test(`chips agree with the server on a machine that is ${name}, and when its clock is set`, async ({ browser }) => {
    const page = await withWrongClock(browser, off);
    await signIn(page, ADMIN, '/console/due');
    await expect(rows(page).first()).toBeVisible();
    await expect.poll(() => error(page)).toBeLessThan(1.5);
    await page.evaluate((next) => (globalThis as unknown as { setOff: (off: number) => void }).setOff(next), -2 * off);
    await expect.poll(() => error(page)).toBeLessThan(1.5);
    await page.context().close();
  });

test('the board shows what breaches first first, and an escalation is acknowledged on it', async ({ page }) => {
  await signIn(page, ADMIN);
  await page.getByRole('navigation', { name: '切换' }).getByRole('link', { name: '即将超时' }).click();
  await expect(rows(page).first()).toBeVisible();
  const numbers = await board(page)
    .locator('[data-row]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('data-row')));
  expect(numbers.slice(0, 10)).toEqual((await running(page)).slice(0, 10).map(({ number }) => number));
  const overdue = board(page).getByRole('region', { name: /^已超时/ });
  await expect(overdue.locator('.sla-overdue')).toHaveCount(await overdue.getByRole('listitem').count());

  const pressing = overdue
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: '确认收到' }) })
    .last();
  const number = (await pressing.locator('[data-row]').getAttribute('data-row')) ?? '';
  const open = async () => {
    const { items } = await (await page.request.get('/api/escalations')).json();
    return items.filter((escalation: { number: string }) => escalation.number === number).length;
  };
  const before = await open();
  await pressing.getByRole('button', { name: '确认收到' }).click();
  await expect(page.getByText('已确认收到')).toBeVisible();
  await expect.poll(open).toBe(before - 1);
  await page.locator(`[data-row="${number}"]`).click();
  const clocks = page.getByRole('complementary', { name: '客户与工单' }).getByRole('region', { name: '计时' });
  await expect(clocks.getByText(/系统管理员.*确认收到|管理.*确认收到/).first()).toBeVisible();
  await clocks.getByText('为什么是这个时间').first().click();
  await expect(clocks.getByText(/到期$/).first()).toBeVisible();
});

test('a promise is given, seen by the customer in the widget and on the status page, and kept by a reply', async ({
  page,
  browser,
}) => {
  const customer = await browser.newPage();
  const number = await askForPerson(customer, '提现三天还没有到账，麻烦看看');
  const widget = customer.frameLocator('iframe[src*="/widget/frame"], iframe');
  await signIn(page, ADMIN, `/console/tickets/${number}`);
  const clocks = page.getByRole('region', { name: '计时' });
  await clocks.getByRole('button', { name: '给客户一个承诺' }).click();
  const dialog = page.getByRole('dialog');
  await expect(
    dialog.getByRole('button', { name: '承诺', exact: true }).or(dialog.getByRole('button', { name: '承 诺' })),
  ).toBeDisabled();
  await dialog.getByRole('button', { name: /^明天/ }).click();
  await dialog.getByLabel('依据（客户会看到）').fill('银行明天到账');
  await dialog.getByLabel('依据（客户会看到）').press('Control+Enter');
  await expect(clocks.getByText(/已承诺 .*12:00 前给出结果/)).toBeVisible();
  await expect(clocks.locator('[data-clock="promise"]')).toBeVisible();

  await expect(widget.getByText(/我们承诺在 明天 12:00 前给您结果：银行明天到账/).first()).toBeVisible();
  const link = await widget.getByRole('link', { name: '查看进度页' }).first().getAttribute('href');
  const status = await browser.newPage({ baseURL: process.env.PORCHLIGHT_URL });
  await status.goto(new URL(link ?? '', process.env.PORCHLIGHT_URL).href);
  await expect(status.getByText(/我们承诺在 .*12:00.*前给您结果/)).toBeVisible();
  await expect(status.getByText('依据：银行明天到账')).toBeVisible();

  const composer = page.getByRole('region', { name: '撰写' });
  await composer.getByRole('checkbox', { name: '这条回复兑现承诺' }).check();
  await composer.getByRole('textbox').fill('已经到账，请查收');
  await composer.getByRole('textbox').press('Enter');
  await expect(page.getByText('承诺已兑现').first()).toBeVisible();
  await expect(clocks.getByText(/已承诺/)).toHaveCount(0);
  await status.reload();
  await expect(status.getByText(/我们承诺在/)).toHaveCount(0);
  await customer.close();
  await status.close();
});

test('a clock that stands still says so, with what is left', async ({ page }) => {
  await carrySession(page.context(), ADMIN);
  const policy: PolicyView = await (await page.request.get('/api/sla/policy')).json();
  const save = async (targets: PolicyView['targets']) => {
    const { version } = await (await page.request.get('/api/sla/policy')).json();
    const answer = await page.request.put('/api/sla/policy', { data: { version, targets, note: '', retime: false } });
    expect(answer.status()).toBe(200);
  };
  const { effective } = policy;
  await save(
    Object.fromEntries(
      Object.entries(effective).map(([tier, priorities]) => [
        tier,
        Object.fromEntries(
          Object.entries(priorities).map(([priority, cell]) => [
            priority,
            { ...cell, asynchronous: { ...cell.asynchronous, resolution: 4 * 3_600 } },
          ]),
        ),
      ]),
    ),
  );
  try {
    const { number } = await openCase('货款少了一笔，对不上账');
    await page.goto(`/console/tickets/${number}`);
    const composer = page.getByRole('region', { name: '撰写' });
    await composer.getByRole('textbox').fill('请发一下订单号');
    await composer.getByRole('textbox').press('Enter');
    await expect(page.locator('.thread-header .sla')).toContainText('解决');
    for (const to of ['open', 'pending']) {
      const answer = await page.request.post(`/api/tickets/${number}/transitions`, { data: { to } });
      expect(answer.status()).toBe(201);
    }
    const chip = page.locator('.thread-header .sla');
    await expect(chip).toHaveClass(/sla-paused/);
    await expect(chip.locator('.sla-face')).toHaveText(/解决\s*暂停 (4:00:00|3:5\d:\d\d)/);
  } finally {
    await save(policy.targets);
  }
});

for (const theme of ['light', 'dark'] as const)
  test(`the board and the clocks of a case keep to WCAG AA, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await signIn(page, ADMIN, '/console/due');
    const problems = () => flaws(page, { rules: WCAG_AA });
    await expect(rows(page).first()).toBeVisible();
    expect(await problems()).toEqual([]);
    await rows(page).first().getByRole('link').click();
    const clocks = page.getByRole('region', { name: '计时' });
    await clocks.getByText('为什么是这个时间').first().click();
    expect(await problems()).toEqual([]);
    await clocks.getByRole('button', { name: /承诺/ }).first().click();
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await problems()).toEqual([]);
  });

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the board fits', async ({ page }) => {
    await signIn(page, ADMIN, '/console/due');
    await expect(rows(page).first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    const widest = await board(page)
      .locator('.due-row')
      .evaluateAll((items) => Math.max(...items.map((item) => item.scrollWidth - item.clientWidth)));
    expect(widest).toBeLessThanOrEqual(0);
  });
});
