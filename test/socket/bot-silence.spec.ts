import { Silences } from '../../src/bot/hand-over/silences.service.js';
import { HelpCenter } from '../../src/help-center/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { connectWidget, type WidgetClient } from '../support/clients.js';
import { buildSite, buildTeam } from '../support/factories.js';

const MINUTE = 60_000;

describe('who leaves a question of the form without an answer', () => {
  let desk: TestApp;
  let customer: WidgetClient;
  let conversationId: string;

  beforeEach(async () => {
    desk = await startTestApp();
    await buildTeam(desk, { key: 'frontline' });
    await desk.get(HelpCenter).seedArticles();
    await desk.settle();
    customer = await connectWidget(desk, { site: await buildSite(desk) });
    conversationId = await customer.begin('提现失败怎么办');
    await desk.settle();
    // The first answer does not help, nor does the second: the bot hands over, and asks for the number first.
    for (let turn = 0; turn < 2; turn++) await say('没帮助');
    expect(await asking()).toMatchObject({ kind: 'field' });
  });
  afterEach(async () => {
    customer.close();
    await desk.close();
  });

  async function say(body: string): Promise<void> {
    await customer.say(conversationId, body);
    await desk.settle();
  }
  async function asking(): Promise<unknown> {
    const [row] = await desk.database.query('SELECT asking FROM bot_dialogues WHERE conversation_id = $1', [
      conversationId,
    ]);
    return row?.asking;
  }
  const look = async (): Promise<number> => {
    const opened = await desk.get(Silences).runOnce();
    await desk.settle();
    return opened;
  };
  const cases = () =>
    desk.database.query<{ number: string }>('SELECT number, category, sub_category, form FROM tickets');
  const lastOfBot = async () => {
    const [row] = await desk.database.query<{ body: string }>(
      `SELECT body FROM entries WHERE conversation_id = $1 AND kind = 'message' AND author_kind = 'bot' ORDER BY seq DESC LIMIT 1`,
      [conversationId],
    );
    return row?.body;
  };

  it('gets their case after three minutes, with what is known, and is told its number once', async () => {
    await say('TX-2026-0387');
    await desk.clock.advance(2 * MINUTE);
    expect(await look()).toBe(0);
    await desk.clock.advance(2 * MINUTE);
    expect(await look()).toBe(1);
    expect(await look()).toBe(0);
    const opened = await cases();
    expect(opened).toMatchObject([
      { category: 'earnings', sub_category: 'withdrawal_failed', form: { withdrawal_number: 'TX-2026-0387' } },
    ]);
    expect(await lastOfBot()).toContain(opened[0]?.number);
    const { entries } = await customer.call('conversation.catch_up', { conversationId, afterSeq: 0 });
    expect(entries.filter(({ body }) => body.includes(opened[0]?.number ?? '-'))).toHaveLength(1);
    expect(await asking()).toBeNull();
  });

  it('gets it as well when the window was closed, and only one of several workers at a time', async () => {
    customer.close();
    await desk.clock.advance(4 * MINUTE);
    const silences = desk.get(Silences);
    const opened = await Promise.all([silences.runOnce(), silences.runOnce(), silences.runOnce()]);
    expect(opened.reduce((sum, count) => sum + count)).toBe(1);
    expect(await cases()).toHaveLength(1);
  });

  it('is no one who writes on: what comes in the same breath belongs to the field before, and fills no other', async () => {
    for (const said of ['TX-2026-0386', '不对，是 TX-2026-0387', '昨天下午提的，到现在都没有']) await say(said);
    expect(await asking()).toMatchObject({ kind: 'field', key: 'amount', tries: 1 });
    const question = await lastOfBot();
    await desk.clock.advance(20_000);
    await say('128.50');
    expect(await lastOfBot()).not.toBe(question);
    await say('跳过');
    expect(await cases()).toMatchObject([{ form: { withdrawal_number: 'TX-2026-0387', amount: '128.50' } }]);
  });

  it('is waited for as long as they write', async () => {
    await desk.clock.advance(2 * MINUTE);
    await say('稍等，我去找一下单号');
    await desk.clock.advance(2 * MINUTE);
    expect(await look()).toBe(0);
    expect(await cases()).toEqual([]);
  });
});
