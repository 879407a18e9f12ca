import type { Site } from '../../src/people/index.js';
import { newId } from '../../src/platform/clock/index.js';
import { DeskNews } from '../../src/routing/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { connectWidget, type WidgetClient } from '../support/clients.js';
import { type BuiltStaff, buildSite, buildStaff, buildTeam, signIn } from '../support/factories.js';
import { until } from '../support/until.js';

const ALL_WEEK = { from: 9 * 60, to: 18 * 60 };

describe('a desk that is full or closed', () => {
  let desk: TestApp;
  let site: Site;
  let frontline: { id: string };
  let chen: BuiltStaff;
  const open: WidgetClient[] = [];

  beforeEach(async () => {
    desk = await startTestApp();
    site = await buildSite(desk, { phone: '400-800-1234' });
    frontline = await buildTeam(desk, { key: 'frontline' });
    chen = await buildStaff(desk, { teams: [frontline] });
  });
  afterEach(async () => {
    for (const client of open.splice(0)) client.close();
    await desk.close();
  });

  async function widget(of = site): Promise<WidgetClient> {
    const client = await connectWidget(desk, { site: of });
    open.push(client);
    return client;
  }

  async function waiting() {
    const customer = await widget();
    const conversationId = await customer.begin('昨天有一笔订单货款没有到账', 'earnings');
    const { conversation } = await customer.call('person.request', { conversationId });
    await desk.settle();
    return { customer, conversationId, number: conversation.ticket?.number ?? '' };
  }

  const limit = (places: number | null) =>
    desk.database.query('UPDATE team_routing SET queue_limit = $2 WHERE team_id = $1', [frontline.id, places]);

  const look = async () => {
    await desk.clock.advance(6_000);
    await desk.get(DeskNews).runOnce();
  };

  /** The front line works from nine to six in Shanghai, every day. */
  async function officeHours(): Promise<void> {
    const id = newId();
    const definition = { zone: 'Asia/Shanghai', week: Array.from({ length: 7 }, () => [ALL_WEEK]), specialDays: [] };
    await desk.database.query('INSERT INTO calendars (id, name) VALUES ($1, $2)', [id, { 'zh-CN': '白班', en: 'Day' }]);
    await desk.database.query(
      'INSERT INTO calendar_versions (calendar_id, version, definition, created_by) VALUES ($1, 1, $2, $3)',
      [id, JSON.stringify(definition), chen.id],
    );
    await desk.database.query('INSERT INTO team_calendars (team_id, calendar_id) VALUES ($1, $2)', [frontline.id, id]);
  }

  /** To the next time the clock on the wall of Shanghai shows this hour. */
  async function goTo(hour: number): Promise<void> {
    const now = (await desk.database.now()).getTime() + 8 * 3_600_000;
    const next = Math.floor(now / 86_400_000) * 86_400_000 + hour * 3_600_000;
    await desk.clock.advance((next > now ? next : next + 86_400_000) - now);
  }

  const timeline = async (number: string) =>
    (await (await signIn(desk, chen)).http.get(`/api/tickets/${number}/timeline`).expect(200)).body.items as {
      kind: string;
      data: Record<string, unknown>;
    }[];

  it('says so before anybody types, with the ways that remain, and again when there is room', async () => {
    const visitor = await widget();
    expect((await visitor.resume()).desk).toEqual({
      state: 'open',
      ways: ['wait', 'message', 'call_back', 'help_center', 'phone'],
    });
    await limit(1);
    const { customer, conversationId } = await waiting();
    await look();
    const { desk: full } = await visitor.heard('desk.changed', (push) => push.desk.state === 'full');
    expect(full.ways).toEqual(['message', 'call_back', 'help_center', 'phone']);
    const late = await widget();
    expect((await late.resume()).desk.state).toBe('full');
    await customer.call('queue.choose', { conversationId, wish: 'message' });
    await look();
    const states = () => visitor.of('desk.changed').map((push) => push.desk.state);
    await until(() => states().at(-1) === 'open', 'room again');
    await look();
    await visitor.resume();
    expect(states()).toEqual(['full', 'open']);
  });

  it('refuses nobody: what comes beyond the limit is a message, in its place, and its customer may wait all the same', async () => {
    await limit(1);
    const first = await waiting();
    const second = await waiting();
    const view = async ({ customer, conversationId }: typeof second) =>
      (await customer.call('conversation.catch_up', { conversationId, afterSeq: 0 })).conversation.ticket;
    expect(await view(first)).toMatchObject({ wish: 'wait', place: 1 });
    expect(await view(second)).toMatchObject({ wish: 'message', place: 2 });
    await second.customer.heard('conversation.changed', (push) => push.conversation.ticket?.wish === 'message');
    expect((await timeline(second.number)).filter(({ kind }) => kind === 'wish')).toMatchObject([
      { data: { wish: 'message', because: 'full' } },
    ]);
    await second.customer.call('queue.choose', { conversationId: second.conversationId, wish: 'wait' });
    await desk.settle();
    expect(await view(second)).toMatchObject({ wish: 'wait', place: 2 });
  });

  it('is closed after hours, names the next opening, and opens by itself', async () => {
    await officeHours();
    await goTo(20);
    const visitor = await widget();
    await look();
    const { desk: closed } = await visitor.resume();
    expect(closed).toMatchObject({ state: 'closed', ways: ['message', 'call_back', 'help_center', 'phone'] });
    const opensAt = new Date(closed.opensAt ?? 0);
    expect([opensAt.getUTCHours(), opensAt.getUTCMinutes()]).toEqual([1, 0]);
    const late = await waiting();
    const { ticket } = (
      await late.customer.call('conversation.catch_up', { conversationId: late.conversationId, afterSeq: 0 })
    ).conversation;
    expect(ticket).toMatchObject({ wish: 'message', place: 1 });
    expect((await timeline(late.number)).find(({ kind }) => kind === 'wish')).toMatchObject({
      data: { because: 'closed' },
    });
    await goTo(10);
    await look();
    const { desk: opened } = await visitor.heard('desk.changed', (push) => push.desk.state === 'open');
    expect(opened.opensAt).toBeUndefined();
  });

  it('names no telephone where the site has none', async () => {
    const visitor = await widget(await buildSite(desk));
    expect((await visitor.resume()).desk.ways).not.toContain('phone');
  });

  it('never sleeps without a calendar, nor without a team', async () => {
    await goTo(3);
    const visitor = await widget();
    expect((await visitor.resume()).desk.state).toBe('open');
    await desk.database.query('UPDATE teams SET archived_at = desk_now()');
    await desk.clock.advance(2_000);
    expect((await visitor.resume()).desk.state).toBe('open');
  });
});
