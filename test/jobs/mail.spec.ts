import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { newId } from '../../src/platform/clock/index.js';
import { Jobs } from '../../src/platform/jobs/index.js';
import { Mails, SendDueMails } from '../../src/platform/mail/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { startMailServer, type TestMailServer } from '../support/mail-server.js';

let desk: TestApp;
let server: TestMailServer;
beforeAll(async () => {
  server = await startMailServer();
  desk = await startTestApp({ env: mailTo(server.port) });
});
afterAll(async () => {
  await desk.close();
  await server.close();
});

const mailTo = (port: number) => ({
  SMTP_URL: `smtp://127.0.0.1:${port}`,
  MAIL_FROM: '长明客服 <desk@shop.example>',
});

async function queue(given: { key?: string; address?: string; name?: string; subject?: string } = {}, on = desk) {
  const { key = newId(), address = 'lin@shop.example', name = '林', subject = '您的工单' } = given;
  await on.database.transaction((tx) =>
    on.get(Mails).queue(tx, key, {
      to: { name, address },
      subject,
      text: '您好',
      html: '<p>您好</p>',
      messageId: `<${key}@shop.example>`,
      references: ['<root@shop.example>'],
      headers: { 'Auto-Submitted': 'auto-generated' },
    }),
  );
  return key;
}

const rowOf = async (key: string, on = desk) => {
  const row = await on.database.one<{ state: string; tries: number; answer: string; waits: boolean }>(
    'SELECT state, tries, answer, try_at > desk_now() AS waits FROM mails WHERE key = $1',
    [key],
  );
  if (!row) throw new Error(`no mail ${key}`);
  return row;
};

/** As the schedule does. */
async function beat(on = desk): Promise<void> {
  await on.get(Jobs).add(SendDueMails, {});
  await on.settle();
}

describe('a mail', () => {
  it('arrives whole, once, and its row says so', async () => {
    const key = await queue();
    await queue({ key });
    await desk.settle();
    await beat();
    const arrived = server.received.filter(({ headers }) => headers.get('message-id') === `<${key}@shop.example>`);
    expect(arrived).toHaveLength(1);
    const { from, to, headers, parts } = arrived[0] as (typeof arrived)[0];
    expect({ from, to }).toEqual({ from: 'desk@shop.example', to: ['lin@shop.example'] });
    expect(headers.get('from')).toBe('长明客服 <desk@shop.example>');
    expect(headers.get('to')).toBe('林 <lin@shop.example>');
    expect(headers.get('subject')).toBe('您的工单');
    expect(headers.get('references')).toBe('<root@shop.example>');
    expect(headers.get('in-reply-to')).toBe('<root@shop.example>');
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(parts['text/plain']?.trim()).toBe('您好');
    expect(parts['text/html']?.trim()).toBe('<p>您好</p>');
    expect(await rowOf(key)).toMatchObject({ state: 'sent', tries: 1 });
  });

  it.each([
    ['subject', { subject: '你好\r\nBcc: everybody@evil.example\r\n\r\nbody' }],
    ['name', { name: 'Lin\r\nBcc: everybody@evil.example' }],
  ])('has no other header by its %s', async (_, given) => {
    const before = server.received.length;
    await queue(given);
    await desk.settle();
    expect(server.received).toHaveLength(before + 1);
    const { headers, to, parts } = server.received[before] as (typeof server.received)[0];
    expect(headers.has('bcc')).toBe(false);
    expect(to).toEqual(['lin@shop.example']);
    expect(parts['text/plain']?.trim()).toBe('您好');
  });

  it('goes nowhere by an address that is two, or a command', async () => {
    const before = server.received.length;
    const keys: string[] = [];
    for (const address of ['a@shop.example, b@evil.example', 'a@shop.example>\r\nRCPT TO:<b@evil.example'])
      keys.push(await queue({ address }));
    await desk.settle();
    for (const key of keys) expect(await rowOf(key)).toMatchObject({ state: 'failed' });
    expect(server.received).toHaveLength(before);
  });

  it('goes on two processes at once, and once', async () => {
    const before = server.received.length;
    const keys = await Promise.all(Array.from({ length: 12 }, () => queue()));
    await Promise.all([desk.get(Mails).sendDue(), desk.get(Mails).sendDue()]);
    const ids = server.received.slice(before).map(({ headers }) => headers.get('message-id'));
    expect(ids.sort()).toEqual(keys.map((key) => `<${key}@shop.example>`).sort());
    await desk.settle();
  });

  it('that a dead process had in hand goes on by another', async () => {
    const key = await queue();
    await desk.settle();
    await desk.database.query(
      `UPDATE mails SET state = 'sending', try_at = desk_now() + interval '10 minutes' WHERE key = $1`,
      [key],
    );
    await beat();
    expect(await rowOf(key)).toMatchObject({ state: 'sending' });
    await desk.clock.advance(11 * 60_000);
    await beat();
    expect(await rowOf(key)).toMatchObject({ state: 'sent', tries: 2 });
  });

  it('that is old goes from the table, but not one that still waits', async () => {
    const [sent, waiting] = [await queue(), await queue()];
    await desk.settle();
    await desk.database.query(
      `UPDATE mails SET created_at = desk_now() - interval '91 days', state = CASE key WHEN $1 THEN state ELSE 'queued' END,
         try_at = desk_now() + interval '1 hour' WHERE key = ANY($2)`,
      [sent, [sent, waiting]],
    );
    await desk.get(Mails).prune();
    await expect(rowOf(sent)).rejects.toThrow('no mail');
    expect(await rowOf(waiting)).toMatchObject({ state: 'queued' });
    await desk.database.query('DELETE FROM mails WHERE key = $1', [waiting]);
  });
});

describe('a mail server that', () => {
  let other: TestApp;
  let away: TestMailServer;
  afterEach(async () => {
    await other.close();
    await away.close();
  });

  it('is dead gets all of it once it is back', async () => {
    away = await startMailServer();
    const { port } = away;
    await away.close();
    other = await startTestApp({ env: mailTo(port) });
    const keys = [await queue({}, other), await queue({}, other), await queue({}, other)];
    await other.settle();
    for (const key of keys) expect(await rowOf(key, other)).toMatchObject({ state: 'queued', waits: true });
    expect((await rowOf(keys[0] as string, other)).answer).toMatch(/ECONNREFUSED/);
    const { body } = await other.http.get('/readyz').expect(200);
    expect(body.checks.mail).toBe('degraded');

    away = await startMailServer({ port });
    await beat(other);
    expect(away.received).toEqual([]);
    await other.clock.advance(60_000);
    await beat(other);
    expect(away.received.map(({ headers }) => headers.get('message-id')).sort()).toEqual(
      keys.map((key) => `<${key}@shop.example>`).sort(),
    );
    for (const key of keys) expect(await rowOf(key, other)).toMatchObject({ state: 'sent' });
  });

  it('knows one recipient not at all keeps no other waiting', async () => {
    away = await startMailServer({
      onRcptTo: ({ address }, _session, done) =>
        done(address.startsWith('gone') ? Object.assign(new Error('no such mailbox'), { responseCode: 550 }) : null),
    });
    other = await startTestApp({ env: mailTo(away.port) });
    const [gone, here] = [await queue({ address: 'gone@shop.example' }, other), await queue({}, other)];
    await other.settle();
    expect(await rowOf(gone, other)).toMatchObject({ state: 'failed', tries: 1 });
    expect((await rowOf(gone, other)).answer).toMatch(/550/);
    expect(await rowOf(here, other)).toMatchObject({ state: 'sent' });
  });

  it('is busy is asked again, and no longer than three days', async () => {
    away = await startMailServer({
      onRcptTo: (_address, _session, done) => done(Object.assign(new Error('greylisted'), { responseCode: 451 })),
    });
    other = await startTestApp({ env: mailTo(away.port) });
    const key = await queue({}, other);
    await other.settle();
    expect(await rowOf(key, other)).toMatchObject({ state: 'queued', tries: 1, waits: true });
    await other.clock.advance(4 * 86_400_000);
    await beat(other);
    expect(await rowOf(key, other)).toMatchObject({ state: 'failed', tries: 2 });
  });
});

describe('without a mail server', () => {
  it('nothing is kept, and the desk says that mail is off', async () => {
    const plain = await startTestApp();
    await queue({}, plain);
    await beat(plain);
    expect(await plain.database.query('SELECT 1 FROM mails')).toEqual([]);
    const { body } = await plain.http.get('/readyz').expect(200);
    expect(body).toMatchObject({ ready: true, checks: { mail: 'off' } });
    await plain.close();
  });
});

describe('a password', () => {
  it('is not told to a server without TLS', async () => {
    const heard: string[] = [];
    const plain: Server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.write('220 mail\r\n');
      socket.on('data', (data) => {
        heard.push(data.toString());
        socket.write('250 AUTH PLAIN LOGIN\r\n');
      });
    });
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
    const { port } = plain.address() as AddressInfo;
    const other = await startTestApp({
      env: { ...mailTo(port), SMTP_URL: `smtp://desk:a-password@127.0.0.1:${port}` },
    });
    const key = await queue({}, other);
    await other.settle();
    expect(await rowOf(key, other)).toMatchObject({ state: 'queued' });
    expect(heard.join()).not.toMatch(/AUTH (PLAIN|LOGIN) |a-password/);
    expect(heard.join()).toMatch(/STARTTLS/);
    await other.close();
    plain.close();
  });
});
