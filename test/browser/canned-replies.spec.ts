import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { signIn } from '../support/console-page.js';

test('a canned reply is found by its first letters and put in by keys alone; what it leaves open stops the message', async ({
  page,
}) => {
  await signIn(page, 'admin@porchlight.example');
  const number = await page.evaluate(async () => {
    const { items } = await (await fetch('/api/tickets/search?status=open&limit=50')).json();
    return items.find((item: { shopName?: string }) => item.shopName)?.number;
  });
  await page.goto(`/console/tickets/${number}`);
  const field = page.getByRole('textbox', { name: '回复', exact: true });
  await field.click();
  await page.keyboard.type('http://shop.example/hk');
  await expect(page.getByRole('listbox', { name: '快捷回复' })).toHaveCount(0);
  await field.fill('');
  await page.keyboard.type('您好，/hk');
  await expect(page.getByRole('option')).toHaveCount(1);
  const { violations } = await new AxeBuilder({ page }).include('.composer').analyze();
  expect(violations).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue(/^您好，.+的货款一般在.+\{\{ticket\.promised_at\}\}前给您答复。$/);
  await expect(page.getByRole('alert').filter({ hasText: '{{ticket.promised_at}}' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '发送', exact: true })).toBeDisabled();
  // It stands selected: what is typed takes its place.
  await page.keyboard.type('今天 18:00 ');
  await expect(field).toHaveValue(/今天 18:00 前给您答复。$/);
  await expect(page.getByRole('button', { name: '发送', exact: true })).toBeEnabled();
  await field.fill('');
  await page.getByRole('button', { name: '快捷回复', exact: true }).click();
  await expect(page.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox', { name: '快捷回复' })).toHaveCount(0);
  await expect(field).toBeFocused();
  await field.fill('');
});
