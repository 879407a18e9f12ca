import { expect, request, test } from '@playwright/test';
import { FOR_EVERYBODY, flaws } from '../support/accessibility.js';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** No case of this test waits for anybody afterwards. */
async function withdraw(statusUrl: string): Promise<void> {
  const { pathname, searchParams } = new URL(statusUrl);
  const page = await request.newContext();
  const form = { key: searchParams.get('key') as string, locale: 'zh-CN', reason: 'by_mistake' };
  expect((await page.post(`${new URL(statusUrl).origin}${pathname}/withdrawals`, { form })).ok()).toBe(true);
  await page.dispose();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({
      javaScriptEnabled,
      viewport: javaScriptEnabled ? { width: 1280, height: 900 } : { width: 390, height: 844 },
    });

    test('a case is opened by the form, from the help centre to its page', async ({ page }) => {
      await page.goto('/help/zh-CN/contact');
      await page.getByRole('link', { name: '提交问题' }).click();
      await page.getByRole('link', { name: '登录问题' }).click();
      await page.getByLabel('遇到了什么问题').fill('登录时收不到短信验证码，换了手机也一样');
      if (javaScriptEnabled) {
        await expect(page.getByRole('link', { name: /验证码/ }).first()).toHaveAttribute('target', '_blank');
        await expect(page.getByLabel('设备型号')).toBeHidden();
        await page.getByLabel('设备', { exact: true }).selectOption('其他');
        await page.getByLabel('设备型号').fill('鸿蒙平板');
      }
      await page.getByLabel('登录账号').fill('shop-8821');
      await page
        .getByRole('button', { name: /图片或文件/ })
        .setInputFiles({ name: '截图.png', mimeType: 'image/png', buffer: PNG });
      await page.getByRole('button', { name: '提交', exact: true }).click();
      if (!javaScriptEnabled) {
        await expect(page.getByRole('alert')).toContainText('请留下手机号或邮箱');
        await page.getByLabel('手机号').fill('13800138000');
        await page.getByRole('button', { name: '提交', exact: true }).click();
        // Articles first; what was written and sent along is kept.
        await expect(page.getByRole('heading', { name: '这几篇文章也许马上就能解决' })).toBeVisible();
        await expect(page.getByLabel('登录账号')).toHaveValue('shop-8821');
        await page.getByRole('button', { name: '都不是，仍要提交' }).click();
      } else {
        await expect(page.getByRole('alert').first()).toContainText('请留下手机号或邮箱');
        expect(await flaws(page, { rules: FOR_EVERYBODY })).toEqual([]);
        await page.getByLabel('手机号').fill('13800138000');
        await page.getByRole('button', { name: '提交', exact: true }).dblclick();
      }
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('收到了，谢谢您告诉我们');
      await expect(page.locator('main')).toContainText(/PL-\w{3}-\w{4}/);
      const wide = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
      expect(await page.evaluate(wide)).toBeLessThanOrEqual(0);
      await page.getByRole('link', { name: '查看工单进度' }).click();
      await expect(page.getByRole('region', { name: '沟通记录' })).toContainText('登录时收不到短信验证码');
      await expect(page.getByRole('img', { name: /截图/ })).toBeVisible();
      await withdraw(page.url());
    });
  });
}
