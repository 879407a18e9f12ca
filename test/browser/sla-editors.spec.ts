import { expect, type Page, test } from '@playwright/test';
import { flaws, WCAG_AA } from '../support/accessibility.js';
import { carrySession, signIn } from '../support/console-page.js';
import { ADMIN } from '../support/staff-session.js';

const SUPERVISOR = 'jiang@porchlight.example';
const POLICY = '/api/sla/policy';

/** Night shifts of the National Day, by a colleague who publishes them as a file. */
const FILE = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//porchlight//test//EN',
  'BEGIN:VEVENT',
  'UID:anniversary@porchlight.example',
  'DTSTAMP:20260101T000000Z',
  'DTSTART;VALUE=DATE:20261128',
  'DTEND;VALUE=DATE:20261129',
  'SUMMARY:店庆',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

const saveButton = (page: Page) => page.getByRole('button', { name: /保存$/ });
const dueLine = (page: Page) => page.getByTestId('due-preview');

test('a calendar with a night shift and holidays: the preview follows every change', async ({ page }) => {
  await signIn(page, ADMIN, '/console/admin/sla/calendars/new');
  const name = `夜班 ${Date.now()}`;
  await page.getByLabel(/^名称 · 中文/).fill(name);
  await page.getByLabel(/^名称 · 英文/).fill('Night desk');
  const preview = page.getByRole('complementary', { name: '试算' });
  await preview.getByLabel('提交时间').fill('2026-11-27T18:20');
  await expect(dueLine(page)).toContainText('11月30日周一 09:30');

  await page.getByLabel('周五 第 1 段开始').fill('22');
  await page.getByLabel('周五 第 1 段结束').fill('6:00');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('周五 第 1 段结束')).toHaveValue('06:00');
  await expect(page.getByText('次日')).toBeVisible();
  await expect(dueLine(page)).toContainText('11月27日周五 22:30');

  await page.getByLabel('日期', { exact: true }).fill('2026-11-27');
  await page.getByLabel('名称', { exact: true }).fill('盘点');
  await page.getByRole('button', { name: '添加日期' }).click();
  await expect(dueLine(page)).toContainText('11月30日周一 09:30');
  await expect(preview.getByText('不计：盘点')).toBeVisible();

  const dialog = page.getByRole('dialog');
  const choose = (text: string) =>
    page
      .getByLabel('导入 .ics 文件')
      .setInputFiles({ name: 'days.ics', mimeType: 'text/calendar', buffer: Buffer.from(text) });
  await choose('no calendar at all');
  await expect(dialog.getByText('无法读取这个日历文件')).toBeVisible();
  await dialog.getByRole('button', { name: '取消' }).click();
  await choose(FILE);
  await expect(dialog.getByText('店庆')).toBeVisible();
  await dialog.getByRole('button', { name: '并入 1 天' }).click();
  await page.getByRole('button', { name: '导入中国节假日' }).click();
  await dialog.getByLabel('导入哪一年').click();
  await page.locator('.ant-select-item-option-content', { hasText: '2026' }).click();
  await expect(dialog.getByText('国庆节', { exact: true }).first()).toBeVisible();
  await dialog.getByRole('button', { name: /^并入 \d+ 天/ }).click();
  await expect(page.getByLabel('10月1日周四 的名称')).toHaveValue('国庆节');

  await page.getByRole('button', { name: '新建日历', exact: true }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
  await page.reload();
  await page.getByRole('group', { name: '年份' }).getByText('2026').click();
  await expect(page.getByLabel('周五 第 1 段结束')).toHaveValue('06:00');
  await expect(page.getByLabel('11月28日周六 的名称')).toHaveValue('店庆');
  for (const day of ['周一', '周二', '周三', '周四', '周五'])
    await page.getByRole('button', { name: `移除${day}第 1 段` }).click();
  await expect(page.getByText('这个日历没有任何工作时间')).toBeVisible();
  await expect(preview.getByText('请先改正标出的内容')).toBeVisible();
  await page.getByRole('button', { name: '放弃修改' }).click();
  await page.getByRole('button', { name: '归档日历' }).click();
  await dialog.getByRole('button', { name: '归档日历' }).click();
  await expect(page.getByText('不再用于新的计时').first()).toBeVisible();
});

test('a policy is saved with re-timing, after it has told which cases move', async ({ page }) => {
  await carrySession(page.context(), ADMIN);
  const before = await (await page.request.get(POLICY)).json();
  await page.goto('/console/admin/sla/policies');
  const target = page.getByLabel('普通商家 P2 留言 · 下次响应');
  await target.fill('sometime');
  await expect(page.getByRole('alert').filter({ hasText: '请填写时长' })).toBeVisible();
  await target.fill('1');
  await page.keyboard.press('Tab');
  await expect(target).toHaveValue('1 分');
  await page.getByText('按新版本重新计时').click();
  await expect(page.getByText(/个的到期时间会变动，其中 \d+ 个会立即超时/)).toBeVisible();
  await expect(page.getByText('立即超时', { exact: true }).first()).toBeVisible();

  await target.fill('9h30');
  await expect(page.getByText(/个的到期时间会变动，没有立即超时的/)).toBeVisible();
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: /^PL-/ }) });
  const clockOf = async (number: string) => {
    const { items } = await (await page.request.get(`/api/tickets/${number}/clocks`)).json();
    return items.find(
      (one: { kind: string; state: string }) => one.kind === 'next_response' && one.state === 'running',
    );
  };
  // Others move as well: those of a team whose working hours came after they had begun.
  let number: string | undefined;
  for (const each of await row.getByRole('link').allTextContents())
    if ((await clockOf(each))?.targetSeconds === 8 * 3_600) number ??= each;
  if (!number) throw new Error('no case of that kind moves');
  const moved = number;
  const dueAt = async () => (await clockOf(moved)).dueAt;
  const targetSeconds = async () => (await clockOf(moved)).targetSeconds;
  const was = await dueAt();
  await page.getByLabel('修改说明').fill('周末前放宽');
  await saveButton(page).click();
  await expect(page.getByText('已保存').first()).toBeVisible();
  await expect.poll(dueAt, { timeout: 40_000 }).not.toBe(was);
  const versions = page.getByRole('region', { name: '版本记录' });
  await expect(versions.getByText('周末前放宽')).toBeVisible();
  await expect(versions.getByText('8 小时 → 9 小时 30 分')).toBeVisible();

  // Other tests count on the policy that the demo came with.
  const { version } = await (await page.request.get(POLICY)).json();
  const restored = await page.request.put(POLICY, {
    data: { version, targets: before.targets, note: '', retime: true },
  });
  expect(restored.status()).toBe(200);
  await expect.poll(targetSeconds, { timeout: 40_000 }).toBe(8 * 3_600);
});

test('two administrators edit the policy: nothing that was typed is lost', async ({ page, context }) => {
  await carrySession(context, ADMIN);
  const before = await (await page.request.get(POLICY)).json();
  const other = await context.newPage();
  for (const each of [page, other]) {
    await each.goto('/console/admin/sla/policies');
    await each.getByLabel('重点商家 P3 留言 · 解决').waitFor();
  }
  await page.getByLabel('重点商家 P3 留言 · 解决').fill('30 小时');
  await page.getByLabel('重点商家 P2 留言 · 解决').fill('20 小时');
  await saveButton(page).click();
  await expect(page.getByText('已保存').first()).toBeVisible();
  await other.getByLabel('重点商家 P3 留言 · 解决').fill('40 小时');
  await other.getByLabel('普通商家 P3 留言 · 解决').fill('50 小时');
  await saveButton(other).click();
  const notice = other.getByRole('alert').filter({ hasText: '他人刚刚修改了同一内容' });
  await expect(notice).toContainText('30 小时');
  await expect(notice).toContainText('40 小时');
  await expect(other.getByLabel('重点商家 P2 留言 · 解决')).toHaveValue('20 小时');
  await expect(other.getByLabel('普通商家 P3 留言 · 解决')).toHaveValue('50 小时');
  await notice.getByRole('button', { name: '保留我的并继续' }).click();
  await saveButton(other).click();
  await expect(other.getByText('已保存').first()).toBeVisible();
  const { version, targets } = await (await page.request.get(POLICY)).json();
  expect(targets.premium.P3.asynchronous.resolution).toBe(40 * 3_600);
  expect(targets.premium.P2.asynchronous.resolution).toBe(20 * 3_600);
  await page.request.put(POLICY, { data: { version, targets: before.targets, note: '', retime: false } });
});

test('a ladder that names nobody is refused at the field, and a supervisor may only look', async ({
  page,
  browser,
}) => {
  const saves: string[] = [];
  page.on('request', (request) => request.method() === 'PUT' && saves.push(request.url()));
  await signIn(page, ADMIN, '/console/admin/sla/ladders');
  const ladders = page.getByRole('group', { name: '哪一条阶梯' });
  await ladders.getByText('P0 工单').click();
  await page.getByRole('button', { name: '添加一级' }).click();
  const added = page.getByRole('listitem', { name: '第 5 级' });
  await expect(added.getByText('这一级没有通知任何人')).toBeVisible();
  await ladders.getByText('首次响应').click();
  await saveButton(page).click();
  // The ladder with the fault is opened, and nothing is sent.
  await expect(added.getByText('这一级没有通知任何人')).toBeVisible();
  expect(saves).toEqual([]);
  await added.getByLabel('通知谁').click();
  await page.locator('.ant-select-dropdown').getByText('值班经理', { exact: true }).click();
  await expect(added.getByText('这一级没有通知任何人')).toBeHidden();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '第 5 级上移' }).click();
  await expect(page.getByText('须晚于上一级')).toBeVisible();

  const context = await browser.newContext({ locale: 'zh-CN' });
  const looking = await context.newPage();
  await signIn(looking, SUPERVISOR, '/console/admin/sla/ladders');
  await expect(looking.getByText('修改需要管理员权限')).toBeVisible();
  await expect(looking.getByRole('button', { name: '添加一级' })).toBeHidden();
  await looking.goto('/console/admin/sla/policies');
  await expect(looking.getByLabel('重点商家 P1 留言 · 首次响应')).toBeDisabled();
  await expect(dueLine(looking)).toBeVisible();
  await context.close();
});

test('the editors can be read by everyone, in light and dark', async ({ page }) => {
  await carrySession(page.context(), ADMIN);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const part of ['policies', 'calendars', 'calendars/new', 'ladders']) {
      await page.goto(`/console/admin/sla/${part}`);
      await expect(dueLine(page)).toBeVisible();
      if (part === 'policies') {
        await page.getByLabel('重点商家 P2 留言 · 下次响应').fill('');
        // Until the times by the draft have come the old ones are dimmed.
        await expect(page.locator('.sla-answers')).toContainText('按未保存的修改');
      }
      await expect(page.locator('[data-old]')).toHaveCount(0);
      expect(await flaws(page, { rules: WCAG_AA }), `${part} ${colorScheme}`).toEqual([]);
    }
  }
});
