import { randomUUID } from 'node:crypto';
import { startTestApp, type TestApp } from '../support/app.js';
import { type BuiltTeam, buildStaff, buildTeam, type SignedIn, signIn } from '../support/factories.js';
import { onceOf, openStatus, type StatusPage } from '../support/status.js';
import { type BuiltTicket, buildTicket } from '../support/tickets.js';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const picture = (name = '截图.png') => ({ name, content: PNG });

describe('an answer by the public page', () => {
  let desk: TestApp;
  let frontline: BuiltTeam;
  let agent: SignedIn;
  let ticket: BuiltTicket;
  let page: StatusPage;
  beforeAll(async () => {
    desk = await startTestApp();
    frontline = await buildTeam(desk, { key: 'frontline' });
    agent = await signIn(desk, await buildStaff(desk, { name: '陈晓明', teams: [frontline] }));
  });
  beforeEach(async () => {
    await desk.database.query('TRUNCATE rate_limits');
    ticket = await buildTicket(desk, { phone: '13812345678' });
    page = await openStatus(desk, ticket.conversationId);
  });
  afterAll(() => desk.close());

  const entries = async () =>
    desk.database.query<{ body: string; channel: string; clientMessageId: string; files: string[] }>(
      `SELECT body, channel, client_message_id AS "clientMessageId",
              ARRAY(SELECT f ->> 'name' FROM jsonb_array_elements(attachments) f) AS files
       FROM entries WHERE conversation_id = $1 AND author_kind = 'customer' AND channel = 'form' ORDER BY seq`,
      [ticket.conversationId],
    );
  const assign = () =>
    agent.http
      .post(`/api/tickets/${ticket.number}/assignments`)
      .send({ teamId: frontline.id, staffId: agent.principal.staffId })
      .expect(201);
  const move = (to: string) => agent.http.post(`/api/tickets/${ticket.number}/transitions`).send({ to }).expect(201);
  const status = async () => (await agent.http.get(`/api/tickets/${ticket.number}`)).body.status;

  it('stands in the thread, with its files, for the team and for the customer', async () => {
    const sent = await page.answer({ body: '订单号是 DD2026\r\n谢谢' }, [
      picture(),
      { name: 'log.txt', content: Buffer.from('a') },
    ]);
    expect([sent.status, sent.location]).toEqual([303, `${page.url}&locale=zh-CN&said=replied#notice`]);
    expect(await entries()).toEqual([
      {
        body: '订单号是 DD2026\n谢谢',
        channel: 'form',
        clientMessageId: expect.any(String),
        files: ['截图.png', 'log.txt'],
      },
    ]);
    const html = await page.read('&said=replied');
    expect(html).toContain('role="status">已收到，谢谢补充');
    expect(html).toContain('订单号是 DD2026\n谢谢');
    const image = pictureIn(html);
    const file = await desk.http.get(image).expect(200);
    expect(file.headers).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': expect.stringMatching(/^inline/),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
  });

  it('ends a wait at once: the page that follows shows it', async () => {
    await assign();
    await move('pending');
    expect(await page.read()).toContain('请在下面回复');
    await page.answer({ body: '补充好了' });
    expect(await status()).toBe('open');
    expect(await page.read()).toContain('<h1>处理中</h1>');
    await desk.settle();
    expect(await status()).toBe('open');
  });

  it('that is sent twice, one after the other or at once, is one', async () => {
    const once = onceOf(await page.read());
    const both = await Promise.all([
      page.answer({ body: '只有一次', once }, [picture()]),
      page.answer({ body: '只有一次', once }, [picture()]),
    ]);
    const third = await page.answer({ body: '改了再发', once }, [picture()]);
    expect([...both, third].map((answer) => answer.status)).toEqual([303, 303, 303]);
    expect((await entries()).map(({ body }) => body)).toEqual(['只有一次']);
  });

  it('that is empty is not sent, and says so', async () => {
    const empty = await page.answer({ body: ' \n ' });
    expect([empty.status, await entries()]).toEqual([400, []]);
    expect(empty.text).toContain('role="alert" autofocus>请写下要补充的内容');
  });

  it.each([
    ['an empty file', { name: 'a.png', content: Buffer.alloc(0) }, 415],
    ['a page', { name: 'a.html', content: Buffer.from('<script>alert(1)</script>') }, 415],
    [
      'a drawing with a script',
      { name: 'a.svg', content: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="a()"/>') },
      415,
    ],
    ['a page that calls itself a picture', { name: 'a.png', content: Buffer.from('<html><script>1</script>') }, 415],
    ['what is too large', { name: 'a.txt', content: Buffer.alloc(10 * 1024 * 1024 + 1, 'a') }, 413],
    ['a picture that unpacks to a giant', { name: 'a.png', content: giant() }, 413],
  ])('refuses %s by name, and loses neither words nor the other files', async (_, file, expected) => {
    const refused = await page.answer({ body: '写了很久的话' }, [picture('好图.png'), file]);
    expect([refused.status, await entries()]).toEqual([expected, []]);
    expect(refused.text).toMatch(new RegExp(`role="alert" autofocus>[^<]*${file.name}<`));
    expect(refused.text).toMatch(/<textarea id="body"[^>]*>写了很久的话</);
    const kept = /name="attachment" value="([^"]+)" checked><span class="chip-face">好图.png/.exec(
      refused.text,
    )?.[1] as string;
    const again = await page.answer({ body: '写了很久的话', once: onceOf(refused.text), attachment: [kept] });
    expect(again.status).toBe(303);
    expect(await entries()).toMatchObject([{ body: '写了很久的话', files: ['好图.png'] }]);
  });

  it('serves a picture with a page in its tail as nothing but a picture', async () => {
    const polyglot = Buffer.concat([PNG, Buffer.from('<script>alert(document.domain)</script>')]);
    await page.answer({ body: '图' }, [{ name: 'x.html', content: polyglot }]);
    const url = pictureIn(await page.read());
    const { headers } = await desk.http.get(url).expect(200);
    expect(headers['content-type']).toBe('image/png');
    expect(headers['content-security-policy']).toContain('sandbox');
    await desk.http.get(url.replace(/signature=./, 'signature=x')).expect(404);
  });

  it('takes six files and names the others', async () => {
    const files = Array.from({ length: 8 }, (_, n) => picture(`${n + 1}.png`));
    const refused = await page.answer({ body: '很多图' }, files);
    expect(refused.status).toBe(413);
    expect(refused.text).toContain('文件太多，这些没有上传：7.png、8.png');
    expect(refused.text.match(/name="attachment"/g)).toHaveLength(6);
  });

  it('keeps words that are too long, to be shortened', async () => {
    const refused = await page.answer({ body: '长'.repeat(4_001) });
    expect([refused.status, await entries()]).toEqual([413, []]);
    expect(refused.text).toContain(`>${'长'.repeat(4_001)}</textarea>`);
  });

  it('is the customer’s alone: by another number’s key, or with another’s files, nothing is posted or kept', async () => {
    const other = await openStatus(desk, (await buildTicket(desk)).conversationId);
    const files = () =>
      desk.database.one('SELECT count(*)::int AS n FROM attachments WHERE conversation_id = $1', [
        ticket.conversationId,
      ]);
    const before = await files();
    expect((await page.answer({ body: 'x', key: other.key, once: randomUUID() }, [picture()])).status).toBe(404);
    expect((await page.answer({ body: 'x', key: '', once: randomUUID() }, [picture()])).status).toBe(404);
    expect([await entries(), await files()]).toEqual([[], before]);
    const foreign = await other.answer({ body: '' }, [picture(), { name: 'a.svg', content: Buffer.from('<svg/>') }]);
    const id = /name="attachment" value="([^"]+)"/.exec(foreign.text)?.[1] as string;
    await page.answer({ body: '借用', attachment: [id] });
    expect(await entries()).toMatchObject([{ body: '借用', files: [] }]);
  });

  it('to a case that is over for good is refused, and its words stay on the page', async () => {
    await assign();
    const once = onceOf(await page.read());
    await move('resolved');
    await page.send('confirmations', { solved: 'true' }).expect(303);
    await desk.clock.advance(8 * 86_400_000);
    agent = await signIn(desk, { id: agent.principal.staffId });
    const refused = await page.answer({ body: '还有一个问题', once });
    expect([refused.status, await entries()]).toEqual([409, []]);
    expect(refused.text).toContain('工单已结束，没有发送。');
    expect(refused.text).toMatch(/<textarea id="kept"[^>]*readonly>还有一个问题</);
  });

  it('of a robot is stopped, and its words are kept too', async () => {
    for (let n = 0; n < 40; n += 1) await page.answer({ body: `${n}`, once: randomUUID() });
    const refused = await page.answer({ body: '第四十一', once: randomUUID() });
    expect([refused.status, (await entries()).length]).toEqual([429, 40]);
    expect(refused.text).toMatch(/>第四十一<\/textarea>/);
  });

  it('puts out whatever was written as text, in words, names and facts', async () => {
    const evil = '<img src=x onerror=alert(1)>"\'</textarea><script>alert(1)</script>';
    await page.answer({ body: evil }, [picture(`"><script>alert(2)</script>.png`)]);
    await ticket.reply(agent.principal, `看 https://example.com/a"onmouseover=x javascript:alert(1) ${evil}`);
    const html = await page.read();
    expect(html).not.toMatch(/<script>|<img src=x|javascript:[^<]*"|href="[^"]*onmouseover/);
    expect(html).toContain('<a href="https://example.com/a" rel="noopener noreferrer nofollow ugc"');
    const refused = await page.answer({ body: evil }, [{ name: '<b>.svg', content: Buffer.from('<svg/>') }]);
    expect(refused.text).not.toMatch(/<script>|<img src=x|<b>\.svg/);
  });

  it('that is no form, or has what no form of ours has, is refused', async () => {
    await desk.http.post(`/status/${page.number}/messages`).send({ key: page.key }).expect(415);
    await desk.http.post(`/status/${page.number}/messages`).field('key', page.key).field('role', 'staff').expect(400);
    expect(await entries()).toEqual([]);
  });
});

/** 40,000 × 40,000 pixels in 33 bytes of header. */
function giant(): Buffer {
  const header = Buffer.from(PNG.subarray(0, 33));
  header.writeUInt32BE(40_000, 16);
  header.writeUInt32BE(40_000, 20);
  return header;
}

/** Address of the first one on the page. */
const pictureIn = (html: string): string =>
  (/<img src="([^"]+)"/.exec(html)?.[1] ?? '').replaceAll('&amp;', '&').replaceAll('&#x3D;', '=');
