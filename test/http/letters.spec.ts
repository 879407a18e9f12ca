import type { Locale } from '../../src/contract/index.js';
import { Conversations, Entries, SYSTEM } from '../../src/conversations/index.js';
import { WriteDueLetters } from '../../src/notifications/index.js';
import type { StaffPrincipal } from '../../src/people/index.js';
import { newId } from '../../src/platform/clock/index.js';
import { Jobs } from '../../src/platform/jobs/index.js';
import { SendDueMails } from '../../src/platform/mail/index.js';
import { Tickets } from '../../src/tickets/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { escalate } from '../support/escalations.js';
import { buildCustomer, buildStaff, buildTeam, signIn } from '../support/factories.js';
import { type ReceivedMail, startMailServer, type TestMailServer } from '../support/mail-server.js';
import { type BuiltTicket, buildTicket } from '../support/tickets.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

let desk: TestApp;
let server: TestMailServer;
let agent: StaffPrincipal;
beforeAll(async () => {
  server = await startMailServer();
  desk = await startTestApp({
    env: { SMTP_URL: `smtp://127.0.0.1:${server.port}`, MAIL_FROM: '长明 <desk@shop.example>' },
  });
  const team = await buildTeam(desk, { key: 'frontline' });
  agent = (await signIn(desk, await buildStaff(desk, { name: '王小明', teams: [team] }))).principal;
});
afterAll(async () => {
  await desk.close();
  await server.close();
});
beforeEach(() => {
  server.received.splice(0);
});

/** Plays so much time, with the job that its schedule brings. */
async function pass(milliseconds: number): Promise<void> {
  await desk.settle();
  await desk.clock.advance(milliseconds);
  await desk.get(Jobs).add(WriteDueLetters, {});
  await desk.settle();
}

let count = 0;
async function open(
  options: { locale?: Locale; email?: string | null; name?: string; says?: string } = {},
): Promise<BuiltTicket & { email: string }> {
  count += 1;
  const { locale, email = `merchant-${count}@shop.example`, name, says } = options;
  const customer = await buildCustomer(desk, { locale, name, ...(email && { email }) });
  const ticket = await buildTicket(desk, { customer, locale, ...(says && { says }) });
  return { ...ticket, email: email ?? '' };
}
/** … and the letter of its reception is out. */
async function received(options: Parameters<typeof open>[0] = {}) {
  const ticket = await open(options);
  await pass(15 * SECOND);
  server.received.splice(0);
  return ticket;
}
const to = ({ email }: { email: string }): ReceivedMail[] => server.received.filter((mail) => mail.to[0] === email);
const words = (mail: ReceivedMail | undefined) => mail?.parts['text/plain'] ?? '';
/** One legal move after the other. */
async function move(ticketId: string, ...path: ('open' | 'resolved' | 'closed')[]): Promise<void> {
  const actor = { kind: 'staff' as const, id: agent.staffId };
  for (const to of path)
    await desk.database.transaction((tx) => desk.get(Tickets).transition(tx, { ticketId, to, actor, because: 'set' }));
}
const becauseOf = async (ticketId: string, kind: string) =>
  (
    await desk.database.one<{ state: string; because: string }>(
      'SELECT state, because FROM letters WHERE ticket_id = $1 AND kind = $2',
      [ticketId, kind],
    )
  )?.because;

describe('a case that is received', () => {
  it('is confirmed in writing: number, link, code, and by when one hears', async () => {
    const ticket = await open({ name: '林记茶铺', says: '货款 <script>alert(1)</script> & 保证金' });
    await pass(5 * SECOND);
    expect(to(ticket)).toEqual([]);
    await pass(15 * SECOND);
    const [mail, ...others] = to(ticket);
    expect(others).toEqual([]);
    expect(mail?.headers.get('subject')).toBe(`我们收到了您的问题（${ticket.number}）`);
    const text = words(mail);
    expect(text).toMatch(/^林记茶铺，您好：/);
    expect(text).toMatch(/我们最晚在 \d+月\d+日.+\d\d:\d\d（北京时间）之前答复您/);
    expect(text).toContain('<script>alert(1)</script> & 保证金');
    const html = mail?.parts['text/html'] ?? '';
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; 保证金');
    expect(html).not.toContain('<script');
    expect(html).toContain('<html lang="zh-CN">');
    const [, link = ''] = /查看进度：\S+?(\/status\/\S+)/.exec(text) ?? [];
    const page = await desk.http.get(link).expect(200);
    expect(page.text).toContain(ticket.number);
    const [, code] = /查询码 (\w+)/.exec(text) ?? [];
    await desk.http.post('/status').type('form').send({ number: ticket.number, factor: code }).expect(303);
  });

  it('is confirmed in the customer’s own words, whatever colleagues call it', async () => {
    const ticket = await open({ says: '货款没有到账' });
    await desk.settle();
    await desk.database.query(`UPDATE tickets SET subject = '疑似刷单商家' WHERE id = $1`, [ticket.ticketId]);
    await pass(15 * SECOND);
    expect(words(to(ticket)[0])).toContain('“货款没有到账”');
    expect(words(to(ticket)[0])).not.toContain('刷单');
  });

  it('repeats nothing to an address that nobody but its writer vouches for', async () => {
    const ticket = await open({ says: '点这里领奖' });
    await desk.database.query(`UPDATE contact_points SET verified_by = 'customer' WHERE customer_id = $1`, [
      ticket.customer.id,
    ]);
    await pass(15 * SECOND);
    const [mail] = to(ticket);
    expect(words(mail)).toContain(ticket.number);
    expect(words(mail)).not.toContain('点这里领奖');
  });

  it('is confirmed in the customer’s language', async () => {
    const ticket = await open({ locale: 'en', name: 'Lin Tea' });
    await pass(15 * SECOND);
    const [mail] = to(ticket);
    expect(mail?.headers.get('subject')).toBe(`We have your question (${ticket.number})`);
    expect(words(mail)).toMatch(/^Dear Lin Tea,[\s\S]+You hear from us by .+\(Beijing time\)/);
  });

  it('says that it is automatic, and threads', async () => {
    const [one, other] = [await open(), await open()];
    await pass(15 * SECOND);
    const [mail] = to(one);
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail?.headers.get('precedence')).toBe('bulk');
    expect(mail?.headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(mail?.headers.get('message-id')).toMatch(new RegExp(`^<case\\.${one.number}\\..+@shop\\.example>$`));
    await one.reply(agent, '正在查');
    await pass(6 * MINUTE);
    const [first, second] = to(one);
    expect(second?.headers.get('references')).toBe(first?.headers.get('references'));
    expect(second?.headers.get('message-id')).not.toBe(first?.headers.get('message-id'));
    expect(to(other)[0]?.headers.get('references')).not.toBe(first?.headers.get('references'));
  });

  it('by somebody without an address, or one that is none, goes without', async () => {
    const none = await open({ email: null });
    const odd = await open({ email: 'a@shop.example\r\nBcc: b@evil.example' });
    await pass(15 * SECOND);
    expect(server.received).toEqual([]);
    for (const { ticketId } of [none, odd])
      expect(await becauseOf(ticketId, 'received')).toBe('no address to write to');
  });

  it('that is over before the letter is written gets none', async () => {
    const ticket = await open();
    await desk.settle();
    await move(ticket.ticketId, 'open', 'resolved', 'closed');
    await pass(15 * SECOND);
    expect(server.received).toEqual([]);
    expect(await becauseOf(ticket.ticketId, 'received')).toBe('the case has ended');
  });
});

describe('an answer', () => {
  it('that nobody reads is sent; several go in one letter', async () => {
    const ticket = await received({ name: '林' });
    await ticket.reply(agent, '您好，已为您查询。\n第二行');
    await pass(2 * MINUTE);
    await ticket.reply(agent, '货款 <b>今天</b> 到账。');
    await pass(2 * MINUTE);
    expect(to(ticket)).toEqual([]);
    await pass(2 * MINUTE);
    const [mail, ...others] = to(ticket);
    expect(others).toEqual([]);
    expect(mail?.headers.get('subject')).toBe(`您的问题有了新的答复（${ticket.number}）`);
    expect(words(mail)).toContain('您好，已为您查询。\n第二行');
    expect(words(mail)).toContain('货款 <b>今天</b> 到账。');
    expect(mail?.parts['text/html']).toContain('货款 &lt;b&gt;今天&lt;/b&gt; 到账。');
    expect(words(mail)).not.toContain('王小明');
    await pass(10 * MINUTE);
    expect(to(ticket)).toHaveLength(1);
  });

  it('is sent once: the next letter has only what is new', async () => {
    const ticket = await received();
    await ticket.reply(agent, '第一个答复');
    await pass(6 * MINUTE);
    await ticket.reply(agent, '第二个答复');
    await pass(6 * MINUTE);
    const mails = to(ticket);
    expect(mails).toHaveLength(2);
    expect(words(mails[1])).toContain('第二个答复');
    expect(words(mails[1])).not.toContain('第一个答复');
  });

  it('that was read, or answered, is not sent', async () => {
    const [read, spoken] = [await received(), await received()];
    await read.reply(agent, '您好');
    await spoken.reply(agent, '您好');
    await desk.get(Conversations).markRead('customer', [`customer:${read.customer.id}`], read.conversationId, 99);
    await spoken.say('收到');
    await pass(6 * MINUTE);
    expect(server.received).toEqual([]);
    expect(await becauseOf(read.ticketId, 'answered')).toBe('all was read');
    expect(await becauseOf(spoken.ticketId, 'answered')).toBe('all was read');
  });

  it('is a person’s: no note, no bot, no system line is ever in a letter', async () => {
    const ticket = await received();
    const { conversationId } = ticket;
    const author = {
      kind: 'staff' as const,
      id: agent.staffId,
      name: agent.name,
      principals: [`team:${agent.teamIds[0]}`] as const,
    };
    const note = (body: string) =>
      desk.get(Entries).post(
        { ...author, principals: [...author.principals] },
        {
          conversationId,
          kind: 'note',
          body,
          clientMessageId: newId(),
        },
      );
    await note('备注：疑似刷单，勿告知');
    await desk.database.transaction(async (tx) => {
      await desk
        .get(Entries)
        .add(tx, { conversationId, kind: 'message', author: { kind: 'bot', id: null, name: '' }, body: '机器人的话' });
      await desk.get(Entries).add(tx, { conversationId, kind: 'system', author: SYSTEM, body: '系统的话' });
      await desk.get(Entries).add(tx, {
        conversationId,
        kind: 'message',
        author: { kind: 'staff', id: agent.staffId, name: agent.name },
        body: '只给同事看',
        visible: false,
      });
    });
    await pass(6 * MINUTE);
    expect(to(ticket)).toEqual([]);
    await ticket.reply(agent, '您好，已处理');
    await note('备注：第二条');
    await pass(6 * MINUTE);
    await move(ticket.ticketId, 'open', 'resolved');
    await pass(MINUTE);
    const mails = to(ticket);
    expect(mails).toHaveLength(2);
    const rows = await desk.database.query('SELECT subject, text, html, headers FROM mails WHERE to_address = $1', [
      ticket.email,
    ]);
    const all = JSON.stringify(rows) + mails.map(({ raw, parts }) => raw + JSON.stringify(parts)).join();
    expect(all).toContain('您好，已处理');
    expect(all).not.toMatch(/备注|刷单|机器人的话|系统的话|只给同事看/);
  });

  it('is a closed case’s last word, and stays where it is', async () => {
    const ticket = await received();
    await ticket.reply(agent, '再见');
    await desk.settle();
    await move(ticket.ticketId, 'open', 'resolved', 'closed');
    await pass(6 * MINUTE);
    expect(server.received).toEqual([]);
  });
});

describe('a case that is resolved', () => {
  it('asks for a yes, once for each time, on a page where one can say no', async () => {
    const ticket = await received({ locale: 'en' });
    await ticket.reply(agent, 'done');
    await move(ticket.ticketId, 'open', 'resolved');
    await pass(MINUTE);
    const [mail] = to(ticket);
    expect(mail?.headers.get('subject')).toBe(`Is it solved? (${ticket.number})`);
    const [, path = ''] = /(\/status\/\S+)/.exec(words(mail)) ?? [];
    const page = await desk.http.get(path).expect(200);
    expect(page.text).toContain(`/status/${ticket.number}/confirmations`);
    await move(ticket.ticketId, 'open', 'resolved');
    await pass(MINUTE);
    expect(to(ticket).filter(({ headers }) => headers.get('subject')?.startsWith('Is it solved'))).toHaveLength(2);
  });

  it('and at once opened again asks for nothing', async () => {
    const ticket = await received();
    await move(ticket.ticketId, 'open', 'resolved');
    await desk.settle();
    await move(ticket.ticketId, 'open');
    await pass(MINUTE);
    expect(server.received).toEqual([]);
    expect(await becauseOf(ticket.ticketId, 'resolved')).toBe('it was opened again');
  });
});

describe('a date that was given', () => {
  const promise = (ticketId: string, promisedAt: Date, basis: string) =>
    desk.database.transaction((tx) =>
      desk.get(Tickets).promise(tx, { ticketId, promisedAt, basis, actor: { kind: 'staff', id: agent.staffId } }),
    );
  const inDays = (days: number) => new Date(desk.clock.now().getTime() + days * 24 * 60 * MINUTE);

  it('is told in writing, and so is the one that takes its place', async () => {
    const ticket = await received();
    await promise(ticket.ticketId, inDays(1), '银行周五前到账');
    await pass(MINUTE);
    await promise(ticket.ticketId, inDays(2), '银行延迟一天');
    await pass(MINUTE);
    const subjects = to(ticket).map(({ headers }) => headers.get('subject'));
    expect(subjects).toEqual([expect.stringMatching(/^预计 .+ 前有结果/), expect.stringMatching(/^预计时间改为 .+/)]);
    expect(words(to(ticket)[0])).toContain('银行周五前到账');
    expect(words(to(ticket)[1])).toContain('银行延迟一天');
  });

  it('that moves before it is written is told as it stands', async () => {
    const ticket = await received();
    await promise(ticket.ticketId, inDays(1), '银行周五前到账');
    await promise(ticket.ticketId, inDays(2), '银行延迟一天');
    await pass(MINUTE);
    expect(to(ticket)).toHaveLength(1);
    expect(words(to(ticket)[0])).toContain('银行延迟一天');
  });
});

describe('a case that was raised', () => {
  it('is said to be, only where the ladder says so', async () => {
    const [told, untold] = [await received({ locale: 'en' }), await received()];
    await escalate(desk, told, { whom: ['team_lead'], also: [{ do: 'tell_customer', done: true }], times: 2 });
    await escalate(desk, untold, { whom: ['team_lead'], also: [{ do: 'raise_priority', done: true }] });
    await pass(MINUTE);
    expect(to(untold)).toEqual([]);
    expect(to(told).map(({ headers }) => headers.get('subject'))).toEqual([
      `We have raised your case (${told.number})`,
    ]);
  });
});

describe('a mail server that is dead', () => {
  it('keeps no talk waiting, and gets every letter once when it is back', async () => {
    const { port } = server;
    await server.close();
    const ticket = await open();
    await pass(15 * SECOND);
    await ticket.reply(agent, '您好');
    await pass(6 * MINUTE);
    const states = await desk.database.query<{ state: string }>('SELECT state FROM mails WHERE to_address = $1', [
      ticket.email,
    ]);
    expect(states).toEqual([{ state: 'queued' }, { state: 'queued' }]);
    server = await startMailServer({ port });
    await desk.get(Jobs).add(WriteDueLetters, {});
    await desk.clock.advance(60 * MINUTE);
    await desk.get(Jobs).add(SendDueMails, {});
    await desk.settle();
    await desk.get(Jobs).add(SendDueMails, {});
    await desk.settle();
    expect(
      to(ticket)
        .map(({ headers }) => headers.get('subject'))
        .sort(),
    ).toEqual([`您的问题有了新的答复（${ticket.number}）`, `我们收到了您的问题（${ticket.number}）`].sort());
  });
});

describe('who wants no more mail', () => {
  const linkIn = (mail: ReceivedMail | undefined) => /(\/mail\/preferences\/\S+)/.exec(words(mail))?.[1] ?? '';

  it('says so on a page, and may change their mind', async () => {
    const ticket = await open({ email: 'Quiet@shop.example' });
    await pass(15 * SECOND);
    const link = linkIn(to(ticket)[0]);
    const page = await desk.http.get(link).expect(200);
    expect(page.text).toContain('Q***@shop.example');
    await desk.http.get(link).expect(200);
    const path = /action="([^"]+)"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=') ?? '';
    await desk.http.post(path).type('form').send({ off: 'true' }).expect(303);
    expect((await desk.http.get(link).expect(200)).text).toContain('不再收到工单邮件');
    server.received.splice(0);
    await ticket.reply(agent, '您好');
    await pass(6 * MINUTE);
    expect(server.received).toEqual([]);
    await desk.http.post(path).type('form').send({ off: 'false' }).expect(303);
    await ticket.reply(agent, '还在吗');
    await pass(6 * MINUTE);
    expect(words(to(ticket)[0])).toContain('还在吗');
  });

  it('presses the button of a mail program', async () => {
    const ticket = await open();
    await pass(15 * SECOND);
    const header = to(ticket)[0]?.headers.get('list-unsubscribe') ?? '';
    const [, path = ''] = /^<https?:\/\/[^/]+(\/mail\/preferences\/[^>]+)>$/.exec(header) ?? [];
    await desk.http.get(path).expect(404);
    await desk.http.post(path).type('form').send({ 'List-Unsubscribe': 'One-Click' }).expect(200);
    await desk.http.post(path).field('List-Unsubscribe', 'One-Click').expect(200);
    await ticket.reply(agent, '您好');
    await pass(6 * MINUTE);
    expect(to(ticket)).toHaveLength(1);
    // The host names the address again, as it does with every sign-in: that is no wish for mail.
    await desk.database.query('DELETE FROM contact_points WHERE customer_id = $1', [ticket.customer.id]);
    await desk.database.query(
      `INSERT INTO contact_points (id, customer_id, kind, value, verified_by) VALUES ($1, $2, 'email', $3, 'host')`,
      [newId(), ticket.customer.id, ticket.email.toUpperCase()],
    );
    await ticket.reply(agent, '再次');
    await pass(6 * MINUTE);
    expect(server.received).toHaveLength(1);
  });

  it('does so for nobody else', async () => {
    const ticket = await open();
    await pass(15 * SECOND);
    const link = linkIn(to(ticket)[0]);
    const forged = link.replace(/key=./, 'key=_');
    expect((await desk.http.get(forged).expect(404)).text).not.toContain('***');
    await desk.http.post(forged).type('form').send({ off: 'true' }).expect(303);
    await desk.http
      .post(link.replace(/\/preferences\/[^?]+/, `/preferences/${newId()}`))
      .type('form')
      .send({ off: 'true' });
    expect(
      await desk.database.query('SELECT 1 FROM mail_refusals WHERE customer_id = $1', [ticket.customer.id]),
    ).toEqual([]);
  });
});
