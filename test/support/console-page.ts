import { type Browser, expect, type Locator, type Page } from '@playwright/test';

/** The logins of the demo; see `src/cli/seed`. */
export const DEMO_PASSWORD = 'porchlight-demo';

/** Signs in to the console, which then shows the lists. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/console/');
  await page.getByLabel('邮箱').fill(email);
  await page.getByLabel('密码').first().fill(DEMO_PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: '工单列表' })).toBeVisible();
}

/** Sets whether new cases come to this person. */
export async function setPresence(page: Page, presence: '在线' | '忙碌' | '离线'): Promise<void> {
  const switcher = page.getByRole('button', { name: /接待状态/ });
  await switcher.click();
  await page.getByRole('menuitem', { name: new RegExp(`^${presence}\\s`) }).click();
  if (presence === '离线') await leaveAnyway(page, switcher);
  await expect(switcher).toHaveAccessibleName(new RegExp(`接待状态\\s*${presence}`));
}

/** Who goes offline while customers wait for their answer is asked first, and goes all the same. */
export async function leaveAnyway(page: Page, switcher: Locator): Promise<void> {
  const warning = page.getByRole('dialog').filter({ hasText: '在等您的回复' });
  await expect(warning.or(switcher.filter({ hasText: '离线' }))).toBeVisible();
  if (await warning.isVisible()) await warning.getByRole('button', { name: '离线', exact: true }).click();
}

/**
 * A visitor of the demo shop asks something that no article answers, and then for a person.
 * @returns the number of the case, as the widget shows it
 */
export async function askForPerson(page: Page, question: string): Promise<string> {
  await page.goto(process.env.DEMO_SHOP_URL ?? '');
  await page.getByRole('button', { name: '联系客服' }).click();
  const widget = page.frameLocator('iframe[src*="/widget/frame"], iframe');
  await widget.getByRole('button', { name: '联系客服' }).click();
  await widget.getByRole('textbox').fill(question);
  await widget.getByRole('textbox').press('Enter');
  await widget
    .getByRole('button', { name: /转人工/ })
    .first()
    .click();
  const number = widget.getByText(/PL-[0-9A-Z]{3}-[0-9A-Z]{4}/).first();
  await expect(number).toBeVisible();
  return /PL-[0-9A-Z]{3}-[0-9A-Z]{4}/.exec((await number.textContent()) ?? '')?.[0] ?? '';
}

/** Takes a case off the desk, which the tests share: who is given it would have less room for the next one's. */
export async function withdrawCase(browser: Browser, number: string): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, 'admin@porchlight.example');
  const status = await page.evaluate(async (ticket) => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ to: 'cancelled' });
    return (await fetch(`/api/tickets/${ticket}/transitions`, { method: 'POST', headers, body })).status;
  }, number);
  expect(status).toBe(201);
  await context.close();
}
