import { type Browser, expect, type FrameLocator, type Page } from '@playwright/test';
import { leaveAnyway } from '../support/console-page.js';
import { sessionOf } from '../support/staff-session.js';

const ZONE = 'Asia/Shanghai';

export type StoryLocale = 'zh-CN' | 'en';

/**
 * Presses until it is done. A server may be going in that very moment: then the page says so and keeps what was typed, and a
 * person presses again.
 */
export async function insist(press: () => Promise<void>, done: () => Promise<void>): Promise<void> {
  await press();
  await expect(async () => {
    try {
      await done();
    } catch (undone) {
      await press();
      throw undone;
    }
  }).toPass({ timeout: 30_000 });
}

/** An agent at the console, in Chinese. */
export class Agent {
  private constructor(readonly page: Page) {}

  /** @param deskUrl by which line; default: the straight one */
  static async signIn(browser: Browser, email: string, deskUrl = process.env.PORCHLIGHT_URL): Promise<Agent> {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'zh-CN',
      timezoneId: ZONE,
    });
    const page = await context.newPage();
    const arrive = async () => {
      await context.addCookies(await sessionOf(email, deskUrl));
      await page.goto(`${deskUrl}/console`);
    };
    const inside = page.getByRole('button', { name: /^接待状态/ });
    await insist(arrive, () => expect(inside).toBeVisible({ timeout: 8_000 }));
    return new Agent(page);
  }

  async become(presence: '在线' | '忙碌' | '离线'): Promise<void> {
    const switcher = this.page.getByRole('button', { name: /^接待状态/ });
    const choose = async () => {
      await switcher.click();
      await this.page.getByRole('menuitem', { name: new RegExp(`^${presence}\\s`) }).click();
      if (presence === '离线') await leaveAnyway(this.page, switcher);
    };
    await insist(choose, () => expect(switcher).toHaveAccessibleName(new RegExp(presence), { timeout: 4_000 }));
  }

  get thread() {
    return this.page.getByRole('main', { name: '会话' });
  }

  get panel() {
    return this.page.getByRole('complementary', { name: '客户与工单' });
  }

  /** The case arrives by itself and is opened from the list. */
  async openCase(number: string): Promise<void> {
    await this.page.locator(`a[href$="${number}"]`).first().click();
    await expect(this.thread.getByRole('button', { name: `复制单号 ${number}` })).toBeVisible();
  }

  async say(words: string): Promise<void> {
    const composer = this.page.getByRole('region', { name: '撰写' }).getByRole('textbox');
    await composer.fill(words);
    await composer.press('Enter');
  }

  async handTo(team: string, note: string): Promise<void> {
    await this.thread.getByRole('button', { name: '转交' }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('转给小组').click();
    await this.page.locator('.ant-select-dropdown').getByText(team, { exact: true }).click();
    await dialog.getByLabel('给同事的备注').fill(note);
    await insist(
      () => dialog.getByRole('button', { name: /转\s?交/ }).click(),
      () => expect(dialog).toBeHidden({ timeout: 4_000 }),
    );
  }

  async resolve(): Promise<void> {
    await this.thread.getByRole('button', { name: /^解\s?决$/ }).click();
    const dialog = this.page.getByRole('dialog');
    await expect(dialog.getByRole('textbox')).toBeFocused();
    await insist(
      () => dialog.getByRole('button', { name: /解\s?决/ }).click(),
      () => expect(dialog).toBeHidden({ timeout: 4_000 }),
    );
  }

  async leave(): Promise<void> {
    await this.become('离线');
    await this.page.context().close();
  }
}

/** A merchant in the host site's back end, with the widget. */
export class Merchant {
  private constructor(
    readonly page: Page,
    readonly widget: FrameLocator,
  ) {}

  static async signIn(browser: Browser, merchant: string, locale: StoryLocale): Promise<Merchant> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale, timezoneId: ZONE });
    const page = await context.newPage();
    await page.goto(process.env.DEMO_SHOP_URL as string);
    const english = page.getByRole('button', { name: 'English' });
    if (locale === 'en' && (await english.isVisible())) await english.click();
    await page
      .getByRole('button', { name: new RegExp(merchant) })
      .first()
      .click();
    return new Merchant(page, page.frameLocator('iframe'));
  }

  /** An anonymous visitor of a bare page of the host site, whose widget comes by the given line. */
  static async visit(browser: Browser, deskUrl: string): Promise<Merchant> {
    const context = await browser.newContext({ locale: 'zh-CN', timezoneId: ZONE });
    const page = await context.newPage();
    const address = `${process.env.DEMO_SHOP_URL}/bare-page`;
    await page.route(address, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><title>shop</title><script>
          window.porchlight = function () { (porchlight.q = porchlight.q || []).push(arguments); };
          porchlight('init', { site: 'demo' });
        </script><script async src="${deskUrl}/widget/loader.js"></script>`,
      }),
    );
    await page.goto(address);
    return new Merchant(page, page.frameLocator('iframe'));
  }

  async openWidget(launcher: string): Promise<void> {
    await this.page.getByRole('button', { name: launcher }).click();
  }

  async say(words: string): Promise<void> {
    await this.widget.getByRole('textbox').fill(words);
    await this.widget.getByRole('textbox').press('Enter');
  }
}
