import { expect, test } from '@playwright/test';
import { Agent, insist, Merchant, type StoryLocale } from './actors.js';

const ORDER = 'P2026111910240380';

/** What the story says and sees in each language of the merchant. */
const STORIES = {
  'zh-CN': {
    merchant: '林记茶铺',
    tier: '重点商家',
    launcher: '打开在线客服',
    contact: '联系客服',
    greeting: /林晓雯，您好/,
    topic: '收益与提现',
    matter: '货款延迟到账',
    label: '机器人 · 自动回复',
    source: /依据：《.+》\s*第 \d+ 版/,
    unhelpful: '没帮助',
    another: '另一个答案',
    question: '昨天有一笔订单货款没有到账',
    asksOrder: /请告诉我订单号/,
    asksDate: /请告诉我应结算日期/,
    person: '算了，给我转人工吧',
    caseNumber: '工单号',
    lookupCode: '查询码',
    place: /^第 \d+ 位$/,
    wait: '预计等待',
    reply: '您好，我查到这笔货款在 T+1 结算中，请稍等。',
    handedOver: /已转交\s*技术支持/,
    note: '疑似批次任务卡住，请核对，先别告诉客户。',
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
      handedOver: '已转交技术支持继续处理',
    },
  },
  en: {
    merchant: 'Mia Bakes',
    tier: '普通商家',
    launcher: 'Open support',
    contact: 'Contact us',
    greeting: /Hello, Mia/,
    topic: 'Earnings and payouts',
    matter: 'Payout delay',
    label: 'Bot · automatic reply',
    source: /Based on “.+” version \d+/,
    unhelpful: 'Did not help',
    another: 'Another answer',
    question: 'My payout from yesterday has not arrived',
    asksOrder: /Order number\?/,
    asksDate: /Settlement due on\?/,
    person: 'can I talk to a real person please',
    caseNumber: 'Case number',
    lookupCode: 'Look-up code',
    place: /^No\. \d+$/,
    wait: 'Expected wait',
    reply: 'Hello, this payout is in the T+1 settlement run. One moment please.',
    handedOver: /Passed on to Technical support/,
    note: 'The batch job looks stuck. Please check before we tell her.',
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
      handedOver: /Handed on to Technical support/,
    },
  },
};

for (const locale of Object.keys(STORIES) as StoryLocale[]) {
  const story = STORIES[locale];

  test(`a merchant’s question becomes an answer, and a case that can be followed (${locale})`, async ({ browser }) => {
    const lin = await Agent.signIn(browser, 'lin@porchlight.example');
    await lin.become('忙碌');
    const merchant = await Merchant.signIn(browser, story.merchant, locale);
    const { widget } = merchant;
    let number = '';
    let code = '';

    const tap = (name: string) => widget.getByRole('button', { name, exact: true }).click();

    await test.step('the bot greets, asks what it is about, and answers with the article and its version', async () => {
      await merchant.openWidget(story.launcher);
      await tap(story.contact);
      await expect(widget.getByText(story.greeting)).toBeVisible();
      await tap(story.topic);
      await tap(story.matter);
      await expect(widget.locator('a[href*="/articles/payout-delay"]')).toBeVisible();
      await expect(widget.getByText(story.source)).toBeVisible();
      await expect(widget.locator('.entry.theirs').last()).toContainText(story.label);
    });

    await test.step('what does not help is followed by another answer, then by the questions of the form', async () => {
      await tap(story.unhelpful);
      await expect(widget.getByText(story.another)).toBeVisible();
      await merchant.say(story.question);
      await expect(widget.getByText(story.source)).toHaveCount(3);
      await tap(story.unhelpful);
      await expect(widget.getByText(story.asksOrder)).toBeVisible();
      await merchant.say(ORDER);
      await expect(widget.getByText(story.asksDate)).toBeVisible();
    });

    await test.step('words ask for a person at any time: number, place and expected wait are shown', async () => {
      const waiting = widget.locator('.case-details');
      await merchant.say(story.person);
      await expect(waiting).toContainText(story.caseNumber);
      await expect(widget.getByText(story.place)).toBeVisible();
      await expect(widget.getByText(story.wait)).toBeVisible();
      const text = await waiting.innerText();
      number = /PL-[0-9A-Z]{3}-[0-9A-Z]{4}/.exec(text)?.[0] ?? '';
      code = new RegExp(`${story.lookupCode}\\s*([0-9A-Z]{6,})`).exec(text)?.[1] ?? '';
      expect(number).not.toBe('');
      expect(code).not.toBe('');
    });

    await test.step('an agent comes online and is given the case, with identity and cards', async () => {
      await lin.become('在线');
      await lin.openCase(number);
      await expect(lin.thread.getByText(story.question).first()).toBeVisible();
      await expect(lin.panel.getByText('已验证')).toBeVisible();
      await expect(lin.panel.getByText(story.merchant).first()).toBeVisible();
      await expect(lin.panel.getByText(story.tier).first()).toBeVisible();
      const business = lin.panel.getByRole('region', { name: '业务信息' });
      await expect(business.getByRole('link', { name: /^(订单|Order) / }).first()).toBeVisible();
      await expect(business.getByRole('link', { name: /^(结算单|Settlement) / }).first()).toBeVisible();
      await expect(lin.panel.getByLabel(/订单号/)).toHaveValue(ORDER);
    });

    await test.step('the agent answers', async () => {
      await lin.say(story.reply);
      await expect(widget.getByText(story.reply)).toBeVisible();
    });

    await test.step('the agent hands the case, which is filled in, to another team with a note', async () => {
      await lin.handTo('技术支持', story.note);
      await expect(widget.getByText(story.handedOver)).toBeVisible();
      expect(await widget.locator('body').innerText()).not.toContain(story.note);
      await lin.leave();
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

    await test.step('the other team gets it, reads the note, answers and resolves', async () => {
      const wu = await Agent.signIn(browser, 'wu@porchlight.example');
      await wu.become('在线');
      await wu.openCase(number);
      await expect(wu.thread.getByText(story.note)).toBeVisible();
      await wu.say(story.resolution);
      await expect(wu.thread.getByText(story.resolution).first()).toBeVisible();
      await wu.resolve();
      await expect(wu.thread.getByText('待确认').first()).toBeVisible();
      await wu.leave();
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
