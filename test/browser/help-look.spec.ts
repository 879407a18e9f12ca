import { type Browser, expect, type FrameLocator, type Page, test } from '@playwright/test';
import type { HelpCenterSettingsView } from '../../src/contract/index.js';
import { FOR_EVERYBODY, flaws, WCAG_AA } from '../support/accessibility.js';
import { carrySession } from '../support/console-page.js';
import { ADMIN } from '../support/staff-session.js';

const PREVIEW = 'iframe[title="预览"]';
const SETTINGS = '/api/help-center-settings';

const paperOf = (page: Page | FrameLocator) =>
  page.locator('body').evaluate((element) => getComputedStyle(element).backgroundColor);

test.describe('how the help centre looks', () => {
  let before: HelpCenterSettingsView;
  test.beforeEach(async ({ page }) => {
    await carrySession(page.context(), ADMIN);
    before = await (await page.request.get(SETTINGS)).json();
  });
  test.afterEach(async ({ page, baseURL }) => {
    const { version } = await (await page.request.get(SETTINGS)).json();
    const data = { version, settings: before.settings };
    expect((await page.request.put(SETTINGS, { data, headers: { origin: baseURL ?? '' } })).ok()).toBe(true);
  });

  test('is edited beside what it will be, and every page follows', async ({ page, context, browser }) => {
    await page.goto('/console/admin/help-center');
    const preview = page.frameLocator(PREVIEW);
    await expect(preview.getByRole('heading', { level: 1 })).toHaveText(before.settings.headings['zh-CN']);
    const house = await paperOfPreview(page);
    await page.getByLabel('名称 · 中文').fill('星河');
    await page.getByLabel('首页标题 · 中文').fill('星河为您答疑');
    await page.getByRole('switch', { name: '使用自己的颜色' }).click();
    await page.getByLabel('浅色页面的主色').fill('#22c55e');
    await expect(page.getByText('不到 4.5')).toBeVisible();
    await page.getByLabel('深色页面的主色').fill('#5eead4');
    await expect(preview.getByRole('heading', { level: 1 })).toHaveText('星河为您答疑');
    await expect.poll(() => paperOfPreview(page)).not.toBe(house);
    const day = await paperOfPreview(page);
    await page.locator('.help-preview').getByText('深色').click();
    // The preview follows its own choice, not the one of the reader's system.
    await expect.poll(() => paperOfPreview(page)).not.toBe(day);
    expect(await flaws(page, { rules: WCAG_AA, without: 'iframe' })).toEqual([]);
    await page.getByRole('button', { name: /保存$/ }).click();
    await expect(page.getByText('已保存').first()).toBeVisible();

    const help = await context.newPage();
    await help.goto('/help/zh-CN');
    await expect(help.getByRole('heading', { level: 1 })).toHaveText('星河为您答疑');
    await expect(help).toHaveTitle(/星河帮助中心$/);
    expect(await paperOf(help)).toBe(day);
    await readable(browser);
  });
});

/** Of the preview's own document, which runs nothing, belongs to nobody, and is another one after each change. */
async function paperOfPreview(page: Page): Promise<string> {
  let paper = '';
  await expect(async () => {
    paper = await paperOf(page.frameLocator(PREVIEW));
  }).toPass();
  return paper;
}

/** A colour that nobody could read as it was given, on every kind of page. */
async function readable(browser: Browser): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ colorScheme, bypassCSP: true });
    const page = await context.newPage();
    for (const path of [
      '',
      '/categories/earnings',
      '/articles/payout-delay',
      '/search?q=提现失败',
      '/contact?q=提现',
    ]) {
      await page.goto(`/help/zh-CN${path}`);
      expect([path, colorScheme, await flaws(page, { rules: FOR_EVERYBODY })]).toEqual([path, colorScheme, []]);
    }
    await context.close();
  }
}
