import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import type { Presence } from '../../src/contract/index.js';
import { ADMIN, DEMO_PASSWORD, sessionOf, staffRequests } from './staff-session.js';

/**
 * Opens the console as somebody who is signed in.
 * @param place by its path; default: the lists, which are then there
 */
export async function signIn(page: Page, email: string, place?: string): Promise<void> {
  await carrySession(page.context(), email);
  await page.goto(place ?? '/console/');
  if (!place) await expect(page.getByRole('navigation', { name: '工单列表' })).toBeVisible();
}

/** Whoever opens the console in this context is signed in. */
export async function carrySession(context: BrowserContext, email: string): Promise<void> {
  await context.addCookies(await sessionOf(email));
}

/** Signs in at the login, which the console shows. */
export async function signInByForm(page: Page, email: string, password = DEMO_PASSWORD): Promise<void> {
  await page.getByLabel('邮箱').fill(email);
  await page.getByLabel('密码').first().fill(password);
  await page.keyboard.press('Enter');
}

/** Sets whether new cases come to who is signed in on this page. */
export async function setPresence(page: Page, presence: Presence): Promise<void> {
  expect((await page.request.put('/api/presences/current', { data: { presence } })).status()).toBe(200);
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

/** Takes cases off the desk, which the tests share: who is given them would have less room for the next one's. */
export async function withdrawCases(...numbers: string[]): Promise<void> {
  const admin = await staffRequests(ADMIN);
  for (const number of numbers) {
    const answer = await admin.post(`/api/tickets/${number}/transitions`, { data: { to: 'cancelled' } });
    expect([number, answer.status()]).toEqual([number, 201]);
  }
  await admin.dispose();
}
