import { expect, type Page, test } from '@playwright/test';
import { flaws, WCAG_AA } from '../support/accessibility.js';
import { signIn } from '../support/console-page.js';
import { ADMIN } from '../support/staff-session.js';

const SUPERVISOR = 'su@porchlight.example';
const LIST = '/console/admin/articles';
const SECTIONS = '/console/admin/sections';

const body = (page: Page) => page.getByRole('textbox', { name: /正文/ });
const state = (page: Page) => page.locator('.article-state');
const dialog = (page: Page) => page.getByRole('dialog');
const note = (page: Page, words: string) => page.locator('.article-note').filter({ hasText: words });

async function choosePlace(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: /栏目/ }).click();
  await page.locator('.ant-select-tree-title').filter({ hasText: name }).click();
}

async function write(page: Page, locale: '中文' | '英文', words: string): Promise<void> {
  await page.getByRole('radio', { name: new RegExp(locale) }).check({ force: true });
  await page.getByRole('textbox', { name: /标题/ }).fill(`退换货运费 ${locale}`);
  await page.getByRole('textbox', { name: /摘要/ }).fill(words);
  await body(page).fill(words);
  await expect(state(page)).toHaveText('已保存');
}

async function noFlaws(page: Page): Promise<void> {
  expect(await flaws(page, { rules: WCAG_AA, without: 'iframe' })).toEqual([]);
}

test('an article is asked for, sent back, scheduled, published, and its translation followed up', async ({
  page: admin,
  browser,
}) => {
  const writer = await browser.newPage();
  await signIn(writer, SUPERVISOR, `${LIST}/new`);
  await writer.getByRole('textbox', { name: /标题/ }).fill('退换货运费');
  await choosePlace(writer, '账单与费用');
  await writer.getByRole('button', { name: '新建文章' }).click();
  await write(writer, '中文', '谁退谁付。');
  await write(writer, '英文', 'Whoever returns pays.');
  await writer.getByRole('button', { name: '提请审核' }).click();
  await dialog(writer).getByRole('textbox').fill('请看运费险一段');
  await dialog(writer).getByRole('button', { name: '提请审核' }).click();
  await expect(note(writer, '提请审核')).toContainText('请看运费险一段');
  const address = writer.url();

  await signIn(admin, ADMIN, LIST);
  await admin.getByRole('button', { name: /^待审核/ }).click();
  await admin.locator('.article-line').filter({ hasText: '退换货运费' }).first().click();
  await expect(admin).toHaveURL(address);
  await note(admin, '提请审核').getByRole('button', { name: '退回修改' }).click();
  await dialog(admin).getByRole('button', { name: '退回修改' }).click();
  await expect(dialog(admin).getByRole('alert')).toHaveText('必填');
  await dialog(admin).getByRole('textbox').fill('补一个例子');
  await dialog(admin).getByRole('button', { name: '退回修改' }).click();
  await expect(dialog(admin)).toBeHidden();

  await writer.reload();
  await expect(note(writer, '退回修改')).toContainText('补一个例子');
  await note(writer, '退回修改').getByRole('button', { name: '再次提请审核' }).click();
  await dialog(writer).getByRole('button', { name: '提请审核' }).click();
  await expect(note(writer, '提请审核')).toBeVisible();
  await writer.close();

  await admin.reload();
  await admin.getByRole('button', { name: '发布', exact: true }).click();
  await dialog(admin).getByRole('radio', { name: '定时发布' }).check({ force: true });
  await dialog(admin)
    .getByLabel(/发布时间/)
    .fill('2020-01-01T10:00');
  await dialog(admin).getByRole('button', { name: '定时发布' }).click();
  await expect(dialog(admin).getByRole('alert')).toContainText('发布时间须晚于现在');
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  await dialog(admin)
    .getByLabel(/发布时间/)
    .fill(`${tomorrow}T10:30`);
  await dialog(admin).getByRole('button', { name: '定时发布' }).click();
  // As it was typed, in the editor's zone.
  await expect(note(admin, '自动发布')).toContainText('10:30');
  await expect(note(admin, '提请审核')).toBeHidden();
  await noFlaws(admin);
  await note(admin, '自动发布').getByRole('button', { name: '取消定时发布' }).click();
  await expect(note(admin, '自动发布')).toBeHidden();
  await admin.getByRole('button', { name: '发布', exact: true }).click();
  await dialog(admin)
    .getByRole('button', { name: /发\s?布/ })
    .click();
  await expect(admin.locator('.article-head .badge-ok')).toHaveText('已发布');

  await write(admin, '中文', '商家付，除非七天无理由。');
  await admin.getByRole('button', { name: '发布', exact: true }).click();
  await expect(dialog(admin)).toContainText('英文会标为「译文待更新」');
  await dialog(admin)
    .getByRole('button', { name: /发\s?布/ })
    .click();
  await note(admin, '英文译文待更新').getByRole('button', { name: '已核对，无需改动' }).click();
  await expect(note(admin, '英文译文待更新')).toBeHidden();
  await expect(admin.getByText('已记下：两种语言内容一致')).toBeVisible();
});

test('an owner and an end are kept beside the words, and seen by who reads the list', async ({ page }) => {
  await signIn(page, ADMIN, `${LIST}?q=holiday-payouts`);
  await page.locator('.article-line').first().click();
  await page.locator('summary', { hasText: '维护' }).click();
  await page.getByRole('combobox', { name: /负责人/ }).click();
  await page.locator('.ant-select-item-option').filter({ hasText: '管理员' }).first().click();
  // Another one each time: a desk may be tested twice.
  const [inAMonth = '', time = ''] = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 16).split('T');
  await page.getByLabel('下线时间').fill(`${inAMonth}T${time}`);
  await page.getByRole('button', { name: '保存维护设置' }).click();
  await expect(page.getByText('维护设置已保存')).toBeVisible();
  await page.getByRole('button', { name: '已复核', exact: true }).click();
  await expect(page.getByText(/上次复核：.*（/)).toBeVisible();
  await page.goto(`${LIST}?q=holiday-payouts`);
  await expect(page.locator('.article-line').first()).toContainText(`${time} 下线`);
});

test('sections are added, put in order by keyboard and by dragging, and removed when they are empty', async ({
  page,
}) => {
  const suffix = Date.now().toString(36);
  await signIn(page, ADMIN, SECTIONS);
  const service = page.locator('.section-category').last();
  const names = () => service.locator('.section-row > a .ellipsis').allTextContents();
  const add = async (name: string) => {
    await service.getByRole('link', { name: '+ 新建栏目' }).click();
    await page.getByLabel('名称 · 中文').fill(`${name} ${suffix}`);
    await page.getByLabel('名称 · 英文').fill(`${name} ${suffix}`);
    await expect(page.getByRole('textbox', { name: /网址名/ })).not.toHaveValue('');
    await page.getByRole('button', { name: '新建栏目' }).click();
    await expect(page.getByRole('heading', { name: `${name} ${suffix}` })).toBeVisible();
  };
  await add('alpha');
  await add('beta');
  await service.getByRole('button', { name: `上移 beta ${suffix}` }).press('Enter');
  await expect.poll(async () => (await names()).slice(-2)).toEqual([`beta ${suffix}`, `alpha ${suffix}`]);
  await expect(service.getByRole('button', { name: `上移 beta ${suffix}` })).toBeFocused();

  const row = (name: string) => service.locator('.section-row').filter({ hasText: `${name} ${suffix}` });
  await row('alpha').locator('.section-grip').dragTo(row('beta'));
  await expect(service.locator('ul ul .section-row').filter({ hasText: `alpha ${suffix}` })).toBeVisible();
  await noFlaws(page);

  await row('beta').getByRole('link').first().click();
  await page.getByRole('button', { name: '删除栏目' }).click();
  await page.locator('.ant-modal-confirm').getByRole('button', { name: '删除栏目' }).click();
  await expect(page.getByText('里面还有 1 个下级栏目')).toBeVisible();
  await page.locator('.ant-modal-confirm-error').getByRole('button').click();
  for (const name of ['alpha', 'beta']) {
    await row(name).getByRole('link').first().click();
    await page.getByRole('button', { name: '删除栏目' }).click();
    await page.locator('.ant-modal-confirm').getByRole('button', { name: '删除栏目' }).click();
    await expect(row(name)).toHaveCount(0);
  }
});
