import { randomUUID } from 'node:crypto';
import type { EntryData } from '../../src/contract/index.js';
import { HelpCenter } from '../../src/help-center/index.js';
import type { Site } from '../../src/people/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { connectWidget, type WidgetClient } from '../support/clients.js';
import { buildSite, buildTeam } from '../support/factories.js';

describe('a turn of the bot', () => {
  let desk: TestApp;
  let site: Site;
  const open: WidgetClient[] = [];

  beforeEach(async () => {
    desk = await startTestApp();
    site = await buildSite(desk);
    await buildTeam(desk, { key: 'frontline' });
    await desk.get(HelpCenter).seedArticles();
    await desk.settle();
  });
  afterEach(async () => {
    for (const client of open.splice(0)) client.close();
    await desk.close();
  });

  async function widget(): Promise<WidgetClient> {
    const client = await connectWidget(desk, { site });
    open.push(client);
    return client;
  }

  async function thread(client: WidgetClient, conversationId: string) {
    const { entries } = await client.call('conversation.catch_up', { conversationId, afterSeq: 0 });
    return entries;
  }

  async function ofBot(client: WidgetClient, conversationId: string) {
    await desk.settle();
    return (await thread(client, conversationId)).filter(({ author }) => author.kind === 'bot');
  }

  const isAnswer = (data: EntryData | undefined) => (data?.type === 'bot_answer' ? data : undefined);

  it('gives the steps, the link and the version that was read', async () => {
    const customer = await widget();
    const conversationId = await customer.begin('提现失败怎么办');
    const [answer] = await ofBot(customer, conversationId);
    const link = { title: '提现失败怎么办', url: '/help/zh-CN/articles/withdrawal-failed' };
    expect(answer?.data).toMatchObject({
      type: 'bot_answer',
      confident: true,
      attempt: 1,
      articles: [link],
      citations: [{ ...link, version: 1 }],
    });
    // Its only list is about the grey button, which is not what was asked.
    expect(isAnswer(answer?.data)?.steps).toBeUndefined();
    await customer.say(conversationId, '提现按钮是灰色的，点不了');
    const [, grey] = await ofBot(customer, conversationId);
    expect(isAnswer(grey?.data)).toMatchObject({ stepsHeading: '提现按钮是灰色的', articles: [link] });
    expect(isAnswer(grey?.data)?.steps?.[2]).toBe(
      '是否修改过密码、手机号或收款卡：为了安全，修改后 24 小时内不能提现；',
    );
  });

  it('answers a run of messages once, with all of their words', async () => {
    const customer = await widget();
    const conversationId = await customer.begin('你好');
    await customer.say(conversationId, '提现失败');
    await customer.say(conversationId, '怎么办');
    const answers = await ofBot(customer, conversationId);
    expect(answers.map(({ data }) => isAnswer(data)?.confident)).toEqual([true]);
  });

  it('makes way for whoever asks for a person in any message of a run', async () => {
    const customer = await widget();
    const conversationId = await customer.begin('转人工');
    for (let count = 0; count < 5; count++) await customer.say(conversationId, `提现失败怎么办 ${count}`);
    await desk.settle();
    const { conversation } = await customer.call('conversation.catch_up', { conversationId, afterSeq: 0 });
    expect(conversation.handler).toBe('person');
  });

  it('gives another answer after one that did not help, and after that a person, who finds the form filled', async () => {
    const customer = await widget();
    const conversationId = await customer.begin('提现失败怎么办');
    const [first] = await ofBot(customer, conversationId);
    await customer.call('bot.rate', { conversationId, entryId: first?.id ?? '', helped: false });
    const [rated, second] = await ofBot(customer, conversationId);
    expect(isAnswer(rated?.data)?.outcome).toBe('not_helped');
    expect(isAnswer(second?.data)).toMatchObject({ attempt: 2 });
    const shown = [rated, second].map(
      (entry) => isAnswer(entry?.data)?.articles.map(({ articleId }) => articleId) ?? [],
    );
    expect(shown[1]?.filter((id) => shown[0]?.includes(id))).toEqual([]);
    await customer.call('bot.rate', { conversationId, entryId: second?.id ?? '', helped: false });
    const [, , asked] = await ofBot(customer, conversationId);
    expect(asked?.data).toMatchObject({ type: 'bot_question', asks: 'field', field: { key: 'withdrawal_number' } });
    for (const said of ['TX-2026-0387', '跳过', '跳过']) {
      await customer.say(conversationId, said);
      await desk.settle();
    }
    const { conversation } = await customer.call('conversation.catch_up', { conversationId, afterSeq: 0 });
    expect(conversation.handler).toBe('person');
    const [ticket] = await desk.database.query('SELECT category, sub_category, form FROM tickets');
    const form = { withdrawal_number: 'TX-2026-0387' };
    expect(ticket).toEqual({ category: 'earnings', sub_category: 'withdrawal_failed', form });
  });

  it('hands over at the second question that it finds nothing for', async () => {
    const customer = await widget();
    const conversationId = await customer.begin('羽绒服会不会掉毛');
    const [nothing] = await ofBot(customer, conversationId);
    expect(isAnswer(nothing?.data)?.articles).toEqual([]);
    await customer.say(conversationId, '火锅底料哪家好吃');
    await desk.settle();
    const { conversation } = await customer.call('conversation.catch_up', { conversationId, afterSeq: 0 });
    expect(conversation.handler).toBe('person');
  });

  it('takes no word on an answer that found nothing for having helped', async () => {
    const customer = await widget();
    const conversationId = await customer.begin('羽绒服会不会掉毛');
    const [nothing] = await ofBot(customer, conversationId);
    const rating = { conversationId, entryId: nothing?.id ?? '', helped: true };
    expect(await customer.ask('bot.rate', rating)).toMatchObject({ ok: false, error: { code: 'not_found' } });
    const rows = await desk.database.query('SELECT outcome FROM bot_dialogues WHERE conversation_id = $1', [
      conversationId,
    ]);
    expect(rows).toEqual([{ outcome: null }]);
  });

  it('hears who asks for a person and taps something in the same breath', async () => {
    const customer = await widget();
    const start = { clientConversationId: randomUUID(), category: 'earnings' as const };
    const { conversation } = await customer.call('conversation.start', start);
    const [greeting] = await ofBot(customer, conversation.id);
    const [reply] = (greeting?.data?.type === 'bot_greeting' && greeting.data.replies) || [];
    await customer.say(conversation.id, '转人工');
    await customer.say(conversation.id, reply?.label ?? '');
    await desk.settle();
    const after = await customer.call('conversation.catch_up', { conversationId: conversation.id, afterSeq: 0 });
    expect(reply?.label).toBeTruthy();
    expect(after.conversation.handler).toBe('person');
  });

  it('hears who asks for a person and turns an answer down before that was heard', async () => {
    const customer = await widget();
    const conversationId = await customer.begin('提现失败怎么办');
    const [answer] = await ofBot(customer, conversationId);
    await customer.say(conversationId, '转人工');
    await customer.call('bot.rate', { conversationId, entryId: answer?.id ?? '', helped: false });
    await desk.settle();
    const { conversation } = await customer.call('conversation.catch_up', { conversationId, afterSeq: 0 });
    expect(conversation.handler).toBe('person');
  });
});
