import { expect, test } from '@playwright/test';
import { Agent, insist, Merchant, type StoryLocale } from './actors.js';

/** What the story says and sees in each language of the merchant. */
const STORIES = {
  'zh-CN': {
    merchant: '林记茶铺',
    tier: '重点商家',
    launcher: '打开在线客服',
    topic: '收益与提现',
    question: '昨天有一笔订单货款没有到账',
    person: '没有解决，转人工',
    caseNumber: '工单号',
    lookupCode: '查询码',
    place: '第 1 位',
    wait: '预计等待',
    reply: '您好，我查到这笔货款在 T+1 结算中，请稍等。',
    handedOver: /已转交\s*结算组/,
    note: '疑似结算批次延迟，请核对，先别告诉客户。',
    resolution: '结算批次已经补发，货款今天到账。',
    confirm: '确认已解决',
    stars: '4 · 满意',
    solved: '已解决',
    submitRating: '提交评价',
    rated: /谢谢.*评价.*4/,
    status: {
      number: '工单号',
      factor: /查询码/,
      submit: '查询进度',
      due: '下一次答复',
      handedOver: '已转交结算组继续处理',
    },
  },
  en: {
    merchant: 'Mia Bakes',
    tier: '普通商家',
    launcher: 'Open support',
    topic: 'Earnings',
    question: 'My payout from yesterday has not arrived',
    person: 'Not solved, live agent please',
    caseNumber: 'Case number',
    lookupCode: 'Look-up code',
    place: 'No. 1',
    wait: 'Expected wait',
    reply: 'Hello, this payout is in the T+1 settlement run. One moment please.',
    handedOver: /Passed on to Settlement/,
    note: 'The settlement batch looks late. Please check before we tell her.',
    resolution: 'The batch was sent again, the money arrives today.',
    confirm: 'Yes, solved',
    stars: '4 · Good',
    solved: 'Solved',
    submitRating: 'Send rating',
    rated: /Thank you for your rating: 4/,
    status: {
      number: 'Case number',
      factor: /Look-up code/,
      submit: 'See progress',
      due: 'Next answer',
      handedOver: /Handed on to Settlement/,
    },
  },
};

for (const locale of Object.keys(STORIES) as StoryLocale[]) {
  const story = STORIES[locale];

  test(`a merchant’s question becomes an answer, and a case that can be followed (${locale})`, async ({ browser }) => {
    test.setTimeout(180_000);
    const chen = await Agent.signIn(browser, 'chen@porchlight.example');
    await chen.become('忙碌');
    const merchant = await Merchant.signIn(browser, story.merchant, locale);
    const { widget } = merchant;
    let number = '';
    let code = '';

    await test.step('the bot answers with the article that fits, and its link', async () => {
      await merchant.openWidget(story.launcher);
      await widget.getByRole('button', { name: story.topic }).click();
      await merchant.say(story.question);
      await expect(widget.locator('a[href*="/articles/payout-delay"]')).toBeVisible();
    });

    await test.step('one action asks for a person: number, place and expected wait are shown', async () => {
      const waiting = widget.locator('.case-details');
      await insist(
        () => widget.getByRole('button', { name: story.person }).click(),
        () => expect(waiting).toContainText(story.caseNumber, { timeout: 8_000 }),
      );
      await expect(widget.getByText(story.place)).toBeVisible();
      await expect(widget.getByText(story.wait)).toBeVisible();
      const text = await waiting.innerText();
      number = /PL-[0-9A-Z]{3}-[0-9A-Z]{4}/.exec(text)?.[0] ?? '';
      code = new RegExp(`${story.lookupCode}\\s*([0-9A-Z]{6,})`).exec(text)?.[1] ?? '';
      expect(number).not.toBe('');
      expect(code).not.toBe('');
    });

    await test.step('an agent comes online and is given the case, with identity and cards', async () => {
      await chen.become('在线');
      await chen.openCase(number);
      await expect(chen.thread.getByText(story.question).first()).toBeVisible();
      await expect(chen.panel.getByText('已验证')).toBeVisible();
      await expect(chen.panel.getByText(story.merchant).first()).toBeVisible();
      await expect(chen.panel.getByText(story.tier).first()).toBeVisible();
      const business = chen.panel.getByRole('region', { name: '业务信息' });
      await expect(business.getByRole('link', { name: /^(订单|Order) / }).first()).toBeVisible();
      await expect(business.getByRole('link', { name: /^(结算单|Settlement) / }).first()).toBeVisible();
    });

    await test.step('the agent answers', async () => {
      await chen.say(story.reply);
      await expect(widget.getByText(story.reply)).toBeVisible();
    });

    await test.step('the agent fills in the case and hands it to settlement with a note', async () => {
      await chen.categorise('收益', '货款延迟到账', 'P2026111910240380');
      await chen.handTo('结算组', story.note);
      await expect(widget.getByText(story.handedOver)).toBeVisible();
      expect(await widget.locator('body').innerText()).not.toContain(story.note);
      await chen.leave();
    });

    await test.step('the merchant closes the page and follows the case by its number', async () => {
      const lookUp = async () => {
        await merchant.page.goto(`${process.env.PORCHLIGHT_URL}/status?locale=${locale}`);
        await merchant.page.getByLabel(story.status.number).fill(number.toLowerCase().replaceAll('-', ' '));
        await merchant.page.getByLabel(story.status.factor).fill(code);
        await merchant.page.getByRole('button', { name: story.status.submit }).click();
      };
      await insist(lookUp, () => expect(merchant.page.getByText(number)).toBeVisible({ timeout: 8_000 }));
      await expect(merchant.page.getByRole('heading', { name: story.status.due })).toBeVisible();
      await expect(merchant.page.getByText(story.status.handedOver)).toBeVisible();
      expect(await merchant.page.content()).not.toContain(story.note);
    });

    await test.step('settlement gets it, reads the note, answers and resolves', async () => {
      const lin = await Agent.signIn(browser, 'lin@porchlight.example');
      await lin.become('在线');
      await lin.openCase(number);
      await expect(lin.thread.getByText(story.note)).toBeVisible();
      await lin.say(story.resolution);
      await expect(lin.thread.getByText(story.resolution).first()).toBeVisible();
      await lin.resolve();
      await expect(lin.thread.getByText('待确认').first()).toBeVisible();
      await lin.leave();
    });

    await test.step('the merchant comes back, confirms and rates', async () => {
      await merchant.page.goto(process.env.DEMO_SHOP_URL as string);
      await merchant.openWidget(story.launcher);
      await widget
        .getByRole('button', { name: new RegExp(story.resolution.slice(0, 8)) })
        .first()
        .click();
      await expect(widget.getByText(story.resolution).first()).toBeVisible();
      const stars = widget.getByRole('radio', { name: story.stars, exact: true });
      await insist(
        () => widget.getByRole('button', { name: story.confirm }).click(),
        () => expect(stars).toBeAttached({ timeout: 8_000 }),
      );
      await stars.check({ force: true });
      await widget.getByRole('radio', { name: story.solved, exact: true }).check({ force: true });
      await insist(
        () => widget.getByRole('button', { name: story.submitRating }).click(),
        () => expect(widget.getByText(story.rated)).toBeVisible({ timeout: 8_000 }),
      );
      expect(await widget.locator('body').innerText()).not.toContain(story.note);
    });
  });
}
