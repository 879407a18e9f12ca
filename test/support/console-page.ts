import { expect, type Page } from '@playwright/test';

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
  await page.getByRole('button', { name: /接待状态/ }).click();
  await page.getByRole('menuitem', { name: new RegExp(`^${presence}`) }).click();
  await expect(page.getByRole('button', { name: new RegExp(`接待状态\\s*${presence}`) })).toBeVisible();
}

/**
 * A visitor of the demo shop asks something that no article answers, and then for a person.
 * @returns the number of the case, as the widget shows it
 */
export async function askForPerson(page: Page, question: string): Promise<string> {
  await page.goto(process.env.DEMO_SHOP_URL ?? '');
  await page.getByRole('button', { name: '联系客服' }).click();
  const widget = page.frameLocator('iframe[src*="/widget/frame"], iframe');
  await widget.getByText('其他问题，直接咨询').click();
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
