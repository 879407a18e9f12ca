import { Conversations, Entries, staffAuthor, staffPrincipals } from '../../src/conversations/index.js';
import { newId } from '../../src/platform/clock/index.js';
import { Push } from '../../src/platform/push/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { buildStaff, buildTeam, signIn } from '../support/factories.js';
import { listening } from '../support/pushes.js';
import { buildTicket } from '../support/tickets.js';

describe('what the staff have read', () => {
  let desk: TestApp;

  beforeAll(async () => {
    desk = await startTestApp();
  });
  afterAll(() => desk.close());

  test('is told to the customer in the customer’s own numbers, which no note shifts', async () => {
    const team = await buildTeam(desk, { key: 'frontline' });
    const { principal: agent } = await signIn(desk, await buildStaff(desk, { teams: [team] }));
    const { conversationId, say } = await buildTicket(desk);
    const heard: unknown[] = [];
    desk
      .get(Push)
      .use(listening({ toCustomers: (_, event, push) => event === 'conversation.read' && heard.push(push) }));
    const conversations = desk.get(Conversations);
    const [before] = await conversations.viewsForCustomers([conversationId]);
    expect(before).toBeDefined();
    expect(before?.staffReadSeq).toBeUndefined();

    const note = { conversationId, kind: 'note', body: '先查一下', clientMessageId: newId() } as const;
    await desk.get(Entries).post(staffAuthor(agent), note);
    await say('还在吗');
    const all = await desk.get(Entries).after(conversationId, 0, 'staff');
    const last = all.at(-1);
    expect(last?.seq).toBeGreaterThan(last?.customerSeq ?? 0);

    await conversations.markRead('staff', staffPrincipals(agent), conversationId, last?.seq ?? 0);
    const [after] = await conversations.viewsForCustomers([conversationId]);
    expect(after?.staffReadSeq).toBe(last?.customerSeq);
    expect(heard).toEqual([{ conversationId, staffReadSeq: last?.customerSeq }]);
  });
});
