import { randomUUID } from 'node:crypto';
import type { FormFieldSettings } from '../../src/contract/index.js';
import { FormAdvice } from '../../src/tickets/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { buildArticle } from '../support/articles.js';
import { buildSite, buildStaff, buildTeam, type SignedIn, signIn } from '../support/factories.js';
import type { SentFile } from '../support/status.js';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const both = (zh: string, en: string) => ({ 'zh-CN': zh, en });
const option = (value: string, zh: string) => ({ value, label: both(zh, value) });
const WAY: FormFieldSettings = {
  key: 'way',
  label: both('收款方式', 'Way'),
  type: 'select',
  customerVisible: true,
  options: [option('bank', '银行卡'), option('wallet', '钱包')],
};
const BANK: FormFieldSettings = {
  key: 'bank',
  label: both('开户行', 'Bank'),
  type: 'text',
  customerVisible: true,
  requiredAt: 'open',
  showWhen: { field: 'way', is: ['bank'] },
};
const DAYS: FormFieldSettings = {
  key: 'days',
  label: both('哪几天', 'Days'),
  type: 'multi_select',
  customerVisible: true,
  options: [option('mon', '周一'), option('tue', '周二')],
};
const INSIDE: FormFieldSettings = {
  key: 'inside',
  label: both('内部', 'Inside'),
  type: 'text',
  customerVisible: false,
};
const FORM = [WAY, BANK, DAYS, INSIDE];

type Fields = Record<string, string | string[]>;
const GOOD: Fields = {
  body: '货款三天没有到账\r\n请帮忙查',
  phone: '138 0013 8000',
  email: 'Chen@Shop.example',
  name: '陈晓',
  'form.way': 'bank',
  'form.bank': '招商银行',
  'form.days': ['mon', 'tue'],
};

describe('the public form that opens a case', () => {
  let desk: TestApp;
  let admin: SignedIn;
  let sub: { key: string; version: number };

  beforeAll(async () => {
    desk = await startTestApp();
    await buildTeam(desk, { key: 'frontline' });
    await buildTeam(desk, { key: 'settlement' });
    admin = await signIn(desk, await buildStaff(desk, { role: 'admin', name: '管理员' }));
    await buildSite(desk);
  });
  beforeEach(async () => {
    await desk.database.query('TRUNCATE rate_limits');
    sub = await addSub();
  });
  afterAll(() => desk.close());

  let subs = 0;
  const settings = (form: FormFieldSettings[]) => ({
    name: both('货款查询', 'Payouts'),
    priority: 'P2',
    nature: 'fault',
    teamKey: 'settlement',
    checklist: [],
    form,
  });
  async function addSub(form = FORM) {
    subs += 1;
    const key = `payout_${subs}`;
    await admin.http
      .post('/api/categories/earnings/sub-categories')
      .send({ key, ...settings(form) })
      .expect(201);
    return { key, version: 1 };
  }
  const change = (form: FormFieldSettings[]) =>
    admin.http
      .put(`/api/sub-categories/${sub.key}`)
      .send({ version: sub.version, ...settings(form) })
      .expect(200);
  const open = async (query = `&category=earnings&sub=${sub.key}`) =>
    (await desk.http.get(`/cases/new?locale=zh-CN${query}`).expect(200)).text;
  /** What the browser would send of this page, with what somebody typed. */
  const send = async (html: string, typed: Fields, files: SentFile[] = [], headers: Record<string, string> = {}) => {
    const hidden = Object.fromEntries(
      [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(([, name, value]) => [
        name,
        value,
      ]),
    ) as Fields;
    const kept = [...html.matchAll(/name="attachment" value="([^"]+)"/g)].map(([, id]) => id as string);
    const form = desk.http.post('/cases/new').set(headers);
    for (const [name, value] of Object.entries({ ...hidden, attachment: kept, ...typed }))
      for (const each of [value].flat()) form.field(name, each);
    for (const { name, content } of files) form.attach('files', content, name);
    return await form;
  };
  const fill = async (typed: Fields = GOOD, files: SentFile[] = []) =>
    send(await open(), { seen: '1', ...typed }, files);
  const cases = async () =>
    desk.database.query<Record<string, unknown> & { number: string; body: string }>(
      `SELECT t.number, t.sub_category AS sub, t.form, e.body, e.channel, c.channel AS via, k.name, k.external_id AS "externalId",
              ARRAY(SELECT f ->> 'name' FROM jsonb_array_elements(e.attachments) f) AS files,
              (SELECT array_agg(value || ' ' || verified_by ORDER BY kind) FROM contact_points WHERE customer_id = k.id) AS points
         FROM tickets t JOIN ticket_conversations tc ON tc.ticket_id = t.id JOIN conversations c ON c.id = tc.conversation_id
         JOIN entries e ON e.conversation_id = c.id AND e.kind = 'message' JOIN customers k ON k.id = t.customer_id
        WHERE t.sub_category = $1 OR e.body LIKE '%' || $1 || '%' ORDER BY t.opened_at`,
      [sub.key],
    );
  const saidOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

  it('asks first what it is about, and takes along what was begun elsewhere', async () => {
    const html = await open('&q=%E8%B4%A7%E6%AC%BE');
    expect(html).toContain(
      `/cases/new?locale&#x3D;zh-CN&amp;category&#x3D;earnings&amp;sub&#x3D;${sub.key}&amp;q&#x3D;`,
    );
    expect(html).toContain('货款查询');
    const form = await open(`&category=earnings&sub=${sub.key}&q=%E8%B4%A7%E6%AC%BE`);
    expect(form).toMatch(/<textarea id="body"[^>]*>货款<\/textarea>/);
    expect(form).toContain('在“收款方式”选“银行卡”时填写');
    expect(form).not.toContain('内部');
    expect(form).not.toContain('<script>');
    // A browser sends them in this order, and what comes after the files is not read with the rest.
    expect([...form.matchAll(/ name="([^"]+)"/g)].at(-1)?.[1]).toBe('files');
    for (const page of ['/help/zh-CN/contact', '/status'])
      expect((await desk.http.get(page)).text).toContain('/cases/new?locale');
    // What there is not leads to the first step.
    expect(await open('&category=earnings&sub=nothing')).toContain('遇到了哪方面的问题');
  });

  it('opens a case with all that was filled in, and says how it goes on', async () => {
    const sent = await fill(GOOD, [{ name: '截图.png', content: PNG }]);
    expect(sent.status).toBe(303);
    const [opened] = await cases();
    expect(opened).toMatchObject({
      sub: sub.key,
      form: { way: 'bank', bank: '招商银行', days: 'mon,tue' },
      body: '货款三天没有到账\n请帮忙查',
      channel: 'form',
      via: 'form',
      name: '陈晓',
      externalId: null,
      files: ['截图.png'],
      points: ['chen@shop.example customer', '13800138000 customer'],
    });
    await desk.settle();
    const page = (await desk.http.get(sent.headers.location as string).expect(200)).text;
    expect(saidOf(page)).toMatch(/最晚 \d+月\d+日 \d\d:\d\d （北京时间） 前，您会得到答复/);
    const code = /查询码<\/dt><dd>(\w{6})</.exec(page)?.[1] as string;
    const found = await desk.http.post('/status').type('form').send({ number: opened?.number, factor: code });
    expect(found.headers.location).toContain(`/status/${opened?.number}?key=`);
    const status = (await desk.http.get(found.headers.location as string)).text;
    expect(status).toContain('货款三天没有到账');
    const picture = /<img src="([^"]+)"/
      .exec(status)?.[1]
      ?.replaceAll('&amp;', '&')
      .replaceAll('&#x3D;', '=') as string;
    await desk.http.get(picture).expect('x-content-type-options', 'nosniff').expect(200);
    // Nobody else's, and without its key nothing.
    const wrong = (sent.headers.location as string).replace(/key=[^&]+/, 'key=x');
    await desk.http.get(wrong).expect(404);
  });

  it('takes a matter that is none of those there are', async () => {
    const sent = await send(await open('&category=earnings&sub='), { seen: '1', body: sub.key, phone: '13800138000' });
    expect(sent.status).toBe(303);
    expect(await cases()).toMatchObject([{ sub: null, form: {}, body: sub.key }]);
  });

  it('is one case however often it is sent: at once, again, with its files', async () => {
    const page = await open();
    const files = [{ name: 'a.png', content: PNG }];
    const both = await Promise.all([1, 2].map(() => send(page, { ...GOOD, seen: '1' }, files)));
    const third = await send(page, { ...GOOD, seen: '1' }, files);
    const [first] = both.map(({ headers }) => headers.location);
    expect([...both, third].map(({ status, headers }) => [status, headers.location])).toEqual(
      Array(3).fill([303, first]),
    );
    expect(await cases()).toHaveLength(1);
    // Sent with other words it is another matter, once they say so.
    const other = await send(page, { ...GOOD, seen: '1', body: '还有一件事' }, files);
    expect(other.status).toBe(409);
    expect(other.text).toContain('还有一件事');
    expect(saidOf(other.text)).toContain('查看已提交的工单');
    expect((await send(other.text, { ...GOOD, body: '还有一件事' })).status).toBe(303);
    expect(await cases()).toMatchObject([{ files: ['a.png'] }, { body: '还有一件事', files: ['a.png'] }]);
  });

  const BAD: [what: string, typed: Fields, status: number, words: string, files?: SentFile[]][] = [
    ['no words', { ...GOOD, body: ' \r\n ' }, 400, '请写下遇到的问题'],
    ['too many words', { ...GOOD, body: 'x'.repeat(4_001) }, 400, '最多 4000 字'],
    ['no way to reach them', { ...GOOD, phone: '', email: '' }, 400, '请留下手机号或邮箱'],
    ['no phone number', { ...GOOD, phone: '上海' }, 400, '手机号不对'],
    ['no address', { ...GOOD, email: 'chen@' }, 400, '邮箱地址不对'],
    ['an address for a name', { ...GOOD, name: '中奖 evil.example' }, 400, '不要带网址'],
    ['what the form requires', { ...GOOD, 'form.bank': '' }, 400, '请填写'],
    ['a choice that there never was', { ...GOOD, 'form.way': 'cash' }, 400, '请从选项中选择'],
    ['the field that robots fill', { ...GOOD, website: 'https://evil.example' }, 400, '没有提交成功'],
    ['a seal of somebody else’s making', { ...GOOD, seal: '1.abc' }, 400, '没有提交成功'],
    ['a file that is none', GOOD, 415, 'a.html', [{ name: 'a.html', content: Buffer.from('<script>') }]],
    ['a file that is empty', GOOD, 415, 'a.png', [{ name: 'a.png', content: Buffer.alloc(0) }]],
    ['a file that is too large', GOOD, 413, 'b.png', [{ name: 'b.png', content: Buffer.alloc(10_485_761) }]],
    ['too many files', GOOD, 413, '6.png', [0, 1, 2, 3, 4, 5, 6].map((n) => ({ name: `${n}.png`, content: PNG }))],
  ];
  it.each(BAD.map(([what, typed, status, words, files = []]) => ({ what, typed, status, words, files })))(
    'with $what comes back with all that was written, and opens nothing',
    async ({ typed, status, words, files }) => {
      const back = await fill(typed, files);
      expect(back.status).toBe(status);
      expect(back.text).toContain(words);
      const body = String(typed.body).trim();
      expect(back.text).toContain(body.replace('\r\n', '\n'));
      expect(back.text).toContain(`value="${typed.name}"`);
      expect(await cases()).toEqual([]);
      const good = await send(back.text, { ...GOOD, website: '' });
      expect(good.status).toBe(303);
    },
  );

  it('that lay open for a day is asked for once more, and keeps its files', async () => {
    const back = await send(await open(), { ...GOOD, seen: '1', phone: '', email: '' }, [
      { name: 'a.png', content: PNG },
    ]);
    await desk.clock.advance(25 * 3_600_000);
    admin = await signIn(desk, { id: admin.principal.staffId });
    const stale = await send(back.text, GOOD);
    expect([stale.status, saidOf(stale.text)]).toEqual([409, expect.stringContaining('请再点一次')]);
    expect((await send(stale.text, GOOD)).status).toBe(303);
    expect(await cases()).toMatchObject([{ files: ['a.png'] }]);
  });

  it('is no foreign page’s to send', async () => {
    const page = await open();
    const foreign = await send(page, GOOD, [], { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' });
    expect([foreign.status, foreign.body.code]).toEqual([403, 'origin_not_allowed']);
    await desk.http.post('/cases/new').send({ category: 'earnings' }).expect(415);
    await desk.http.post('/cases/new').field('category', 'earnings').expect(400);
    await desk.http
      .post('/cases/new')
      .field('once', randomUUID())
      .field('seal', 'x')
      .field('category', 'x')
      .expect(400);
    expect(await cases()).toEqual([]);
  });

  it('that has changed meanwhile takes what still fits, names the rest and loses nothing', async () => {
    const page = await open();
    const place: FormFieldSettings = { key: 'city', label: both('城市', 'City'), type: 'text', customerVisible: true };
    await change([
      { ...WAY, options: [option('wallet', '钱包'), option('card', '储值卡')] },
      DAYS,
      { ...place, requiredAt: 'open' },
    ]);
    const back = await send(page, { ...GOOD, seen: '1' });
    expect(back.status).toBe(409);
    expect(saidOf(back.text)).toContain('表单刚刚有更新');
    expect(saidOf(back.text)).toMatch(/收款方式 : 银行卡.*开户行 : 招商银行/);
    expect(back.text).toMatch(/value="mon" checked/);
    expect(back.text).toMatch(/id="form-city"[^>]*aria-invalid/);
    const sent = await send(back.text, {
      ...{ body: /<textarea id="body"[^>]*>([^<]*)</.exec(back.text)?.[1] ?? '', name: '陈晓', phone: '13800138000' },
      ...{ 'form.city': '上海', 'form.days': ['mon', 'tue'], 'form.way': '' },
    });
    expect(sent.status).toBe(303);
    expect(await cases()).toMatchObject([
      {
        form: { city: '上海', days: 'mon,tue' },
        body: '货款三天没有到账\n请帮忙查\n收款方式：银行卡\n开户行：招商银行',
      },
    ]);
  });

  it('of a sub-category that is gone is still theirs to send', async () => {
    const page = await open();
    await admin.http.post(`/api/sub-categories/${sub.key}/archival`).send({ version: 1 }).expect(201);
    const back = await send(page, { ...GOOD, seen: '1', body: sub.key });
    expect([back.status, saidOf(back.text)]).toEqual([409, expect.stringContaining('开户行 : 招商银行')]);
    const body = /<textarea id="body"[^>]*>([^<]*)</.exec(back.text)?.[1] ?? '';
    expect((await send(back.text, { body, phone: '13800138000' })).status).toBe(303);
    expect(await cases()).toMatchObject([{ sub: null, body: expect.stringContaining('哪几天：周一、周二') }]);
  });

  it('that was changed by nobody does not lose what it did not ask', async () => {
    const back = await fill({ ...GOOD, 'form.way': 'wallet' });
    expect([back.status, saidOf(back.text)]).toEqual([409, expect.stringContaining('开户行 : 招商银行')]);
    expect(back.text).not.toContain('表单刚刚有更新');
  });

  it('shows articles once before it is sent, and is sent whatever becomes of the search', async () => {
    await buildArticle(desk, { slug: 'payout-delay', title: '货款三天没有到账', bodyMarkdown: '请帮忙查一下' });
    await desk.settle();
    const back = await send(await open(), GOOD, [{ name: 'a.png', content: PNG }]);
    expect(back.status).toBe(200);
    expect(back.text).toMatch(
      /href="\/help\/zh-CN\/articles\/payout-delay" target="_blank" rel="noopener">货款三天没有到账/,
    );
    expect(await cases()).toEqual([]);
    expect((await send(back.text, GOOD)).status).toBe(303);
    expect(await cases()).toMatchObject([{ files: ['a.png'] }]);
    const advice = desk.get(FormAdvice);
    const parts = { ...(advice as unknown as { parts: Parameters<FormAdvice['fill']>[0] }).parts };
    for (const articles of [() => Promise.reject(new Error('down')), () => new Promise<never>(() => undefined)]) {
      advice.fill({ articles, announcement: articles });
      expect((await send(await open(), GOOD)).status).toBe(303);
    }
    advice.fill(parts);
  });

  it('is limited by address and by the mailbox it names; what was written stays', async () => {
    for (let count = 0; count < 5; count += 1) expect((await fill({ ...GOOD, phone: '' })).status).toBe(303);
    const sixth = await fill({ ...GOOD, phone: '' });
    expect([sixth.status, Number(sixth.headers['retry-after']) > 0]).toEqual([429, true]);
    expect(sixth.text).toContain('货款三天没有到账');
    for (let count = 0; count < 14; count += 1) expect((await fill({ ...GOOD, email: '' })).status).toBe(303);
    expect((await fill({ ...GOOD, email: '' })).status).toBe(429);
    expect(await cases()).toHaveLength(19);
  });

  it('is closed while there is no site whose people could answer', async () => {
    await desk.database.query('UPDATE sites SET disabled_at = desk_now()');
    expect((await desk.http.get('/cases/new?locale=en').expect(404)).text).toContain('Please reach us another way');
    await desk.database.query('UPDATE sites SET disabled_at = NULL');
  });
});
