import { createHmac } from 'node:crypto';
import type { ChannelKind, NoticeChannelView } from '../../src/contract/index.js';
import { newId } from '../../src/platform/clock/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { buildStaff, buildTeam, type SignedIn, signIn } from '../support/factories.js';
import { startRobot, type TestRobot } from '../support/robot.js';

let desk: TestApp;
let robot: TestRobot;
let inner: TestRobot;
let admin: SignedIn;
beforeAll(async () => {
  [robot, inner] = [await startRobot(), await startRobot()];
  desk = await startTestApp({ env: { FETCH_ALLOWED_HOSTS: robot.host } });
  admin = await signIn(desk, await buildStaff(desk, { role: 'admin', name: '周岚' }));
});
afterAll(async () => {
  await desk.close();
  await Promise.all([robot.close(), inner.close()]);
});
beforeEach(() => {
  robot.heard = [];
  robot.answer = { body: '{"errcode":0,"errmsg":"ok"}' };
});

const settings = { name: '结算组值班群', locale: 'zh-CN', enabled: true } as const;
const address = () => `http://${robot.host}/hook?access_token=token-abcd`;

async function create(kind: ChannelKind, over: object = {}): Promise<NoticeChannelView> {
  const { body } = await admin.http
    .post('/api/notice-channels')
    .send({ kind, ...settings, address: address(), ...over })
    .expect(201);
  return body;
}

describe('channels of notices', () => {
  it('are for administrators', async () => {
    const supervisor = await signIn(desk, await buildStaff(desk, { role: 'supervisor' }));
    await supervisor.http.get('/api/notice-channels').expect(403);
    await desk.http.get('/api/notice-channels').expect(401);
  });

  it('keep address and secret to themselves', async () => {
    const team = await buildTeam(desk);
    const made = await create('dingtalk', { secret: 'SEC-very-secret', teamId: team.id });
    expect(made).toEqual({
      id: made.id,
      kind: 'dingtalk',
      ...settings,
      teamId: team.id,
      addressHint: `${robot.host} …abcd`,
      hasSecret: true,
      version: 1,
    });
    const { body } = await admin.http.get('/api/notice-channels').expect(200);
    expect(body.items).toContainEqual(made);
    const stored = await desk.database.query('SELECT * FROM notice_channels');
    const log = await admin.http.get('/api/audit').expect(200);
    for (const told of [body, stored, log.body]) expect(JSON.stringify(told)).not.toMatch(/very-secret|access_token/);
    for (const row of stored)
      expect(Buffer.concat([row.address, row.secret]).toString('latin1')).not.toMatch(/secret|token/);
    expect(log.body.items[0]).toMatchObject({ action: 'notice_channel.created', actor: { name: '周岚' } });
  });

  it.each([
    ['no https', { address: 'http://open.feishu.cn/hook' }, 'address'],
    ['a password in it', { address: 'https://a:b@open.feishu.cn/hook' }, 'address'],
    ['no address', { address: 'robot' }, 'address'],
    ['an unknown team', { teamId: newId() }, 'teamId'],
    ['an unknown kind', { kind: 'pigeon' }, 'kind'],
    ['what nobody asked for', { createdAt: 1 }, ''],
  ])('are refused with %s', async (_, over, path) => {
    const { body } = await admin.http
      .post('/api/notice-channels')
      .send({ kind: 'feishu', ...settings, address: address(), ...over })
      .expect(400);
    expect(body).toMatchObject({ code: 'invalid_input', errors: [{ path }] });
  });

  it('change by version, and keep what is not named', async () => {
    const made = await create('feishu', { secret: 'one' });
    const put = (body: object) => admin.http.put(`/api/notice-channels/${made.id}`).send(body);
    const { body } = await put({ version: 1, ...settings, name: '新群' }).expect(200);
    expect(body).toMatchObject({ name: '新群', version: 2, hasSecret: true, addressHint: made.addressHint });
    await put({ version: 1, ...settings, name: '旧的' }).expect(409);
    const without = await put({ version: 2, ...settings, name: '新群', secret: null }).expect(200);
    expect(without.body).toMatchObject({ version: 3, hasSecret: false });
    const same = await put({ version: 3, ...settings, name: '新群' }).expect(200);
    expect(same.body.version).toBe(3);
    const { body: log } = await admin.http.get('/api/audit').expect(200);
    expect(log.items.slice(0, 2).map(({ changes }: { changes: object }) => changes)).toEqual([
      { secret: { after: 'removed' } },
      { name: { before: settings.name, after: '新群' } },
    ]);
    await admin.http.delete(`/api/notice-channels/${made.id}?version=2`).expect(409);
    await admin.http.delete(`/api/notice-channels/${made.id}?version=3`).expect(204);
    await admin.http.delete(`/api/notice-channels/${made.id}?version=3`).expect(404);
  });
});

describe('a test of a channel', () => {
  const test = async (id: string) => (await admin.http.post(`/api/notice-channels/${id}/tests`).expect(200)).body;

  it('is signed as Feishu checks it', async () => {
    robot.answer = { body: '{"code":0,"msg":"success"}' };
    const { id } = await create('feishu', { secret: 'feishu-secret' });
    expect(await test(id)).toEqual({ ok: true, answer: '200 {"code":0,"msg":"success"}' });
    const { timestamp, sign, msg_type, content } = JSON.parse(robot.heard[0]?.body ?? '');
    expect(Math.abs(Number(timestamp) - desk.clock.now().getTime() / 1_000)).toBeLessThan(60);
    expect(sign).toBe(createHmac('sha256', `${timestamp}\nfeishu-secret`).digest('base64'));
    expect({ msg_type, content }).toEqual({ msg_type: 'text', content: { text: expect.stringContaining('测试通知') } });
  });

  it('is signed as DingTalk checks it', async () => {
    const { id } = await create('dingtalk', { secret: 'SEC1', locale: 'en' });
    expect(await test(id)).toMatchObject({ ok: true });
    const { url, body } = robot.heard[0] as (typeof robot.heard)[0];
    const timestamp = url.searchParams.get('timestamp') ?? '';
    expect(url.searchParams.get('access_token')).toBe('token-abcd');
    expect(Math.abs(Number(timestamp) - desk.clock.now().getTime())).toBeLessThan(60_000);
    expect(url.searchParams.get('sign')).toBe(
      createHmac('sha256', 'SEC1').update(`${timestamp}\nSEC1`).digest('base64'),
    );
    expect(JSON.parse(body).text.content).toContain('This is a test');
  });

  it('is signed as a provider of SMS checks it', async () => {
    robot.answer = { status: 202 };
    const { id } = await create('sms', { secret: 'provider-secret' });
    expect(await test(id)).toEqual({ ok: true, answer: '202' });
    const { headers, body } = robot.heard[0] as (typeof robot.heard)[0];
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
    expect(headers['webhook-signature']).toBe(
      `v1,${createHmac('sha256', 'provider-secret').update(signed).digest('base64')}`,
    );
    expect(JSON.parse(body)).toMatchObject({ kind: 'sms', test: true, to: [{ name: '周岚' }] });
  });

  it.each([
    ['an error in a 200', { body: '{"errcode":310000,"errmsg":"sign not match"}' }, /^200 .*sign not match/],
    ['a page', { body: '<html>sign in</html>' }, /^200 <html>/],
    ['500', { status: 500, body: 'down' }, /^500 down/],
    ['a redirect to the inside', { status: 302, location: 'http://127.0.0.1/' }, /redirects/],
    ['far too much', { body: 'x'.repeat(400_000) }, /too large/],
    ['nothing', 'silence', /no answer within 3 s/],
  ] as const)('that gets %s says so', async (_, answer, words) => {
    robot.answer = answer;
    const { id } = await create('dingtalk');
    expect(await test(id)).toEqual({ ok: false, answer: expect.stringMatching(words) });
    expect(inner.heard).toEqual([]);
  });

  it('does not reach what is not on the operator’s list', async () => {
    const { body } = await admin.http
      .post('/api/notice-channels')
      .send({ kind: 'wecom', ...settings, address: `https://${inner.host}/x` })
      .expect(201);
    expect(await test(body.id)).toEqual({ ok: false, answer: expect.stringContaining('leads inside') });
    expect(inner.heard).toEqual([]);
  });
});
