import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { LIMITS } from '../../src/contract/index.js';
import { Entries } from '../../src/conversations/index.js';
import type { Site } from '../../src/people/index.js';
import { newId } from '../../src/platform/clock/index.js';
import { formatNumber } from '../../src/tickets/index.js';
import { SaidIndex } from '../../src/tickets/search/said/said-index.service.js';
import { startTestApp, type TestApp } from '../support/app.js';
import {
  type BuiltTeam,
  buildCustomer,
  buildSite,
  buildStaff,
  buildTeam,
  type SignedIn,
  signIn,
} from '../support/factories.js';
import { type BuiltTicket, buildTicket } from '../support/tickets.js';

type Table = Record<string, string>[];

describe('tickets as a table to keep', () => {
  let desk: TestApp;
  let site: Site;
  let own: BuiltTeam;
  let other: BuiltTeam;
  let agent: SignedIn;
  let supervisor: SignedIn;
  let admin: SignedIn;
  let english: SignedIn;

  beforeAll(async () => {
    desk = await startTestApp();
    site = await buildSite(desk);
    own = await buildTeam(desk, { key: 'frontline' });
    other = await buildTeam(desk);
    agent = await signIn(desk, await buildStaff(desk, { teams: [own] }));
    supervisor = await signIn(desk, await buildStaff(desk, { role: 'supervisor', name: '周主管', teams: [own] }));
    admin = await signIn(desk, await buildStaff(desk, { role: 'admin' }));
    english = await signIn(desk, await buildStaff(desk, { role: 'admin', locale: 'en' }));
  });
  afterAll(() => desk.close());
  beforeEach(() => desk.database.query('DELETE FROM rate_limits'));

  const take = (who: SignedIn, query: object) =>
    who.http
      .get('/api/ticket-exports')
      .query(query)
      .buffer(true)
      .parse((answer, done) => {
        const pieces: Buffer[] = [];
        answer.on('data', (piece: Buffer) => pieces.push(piece));
        answer.on('end', () => done(null, Buffer.concat(pieces)));
      });
  const csv = async (who: SignedIn, query: object = {}): Promise<Table> => {
    const { body } = await take(who, { ...query, format: 'csv' }).expect(200);
    return parse((body as Buffer).toString(), { bom: true, columns: true });
  };
  /** The cells of the sheet as they are stored, each row by the letters of its columns. */
  const xlsx = async (who: SignedIn, query: object = {}) => {
    const { body } = await take(who, { ...query, format: 'xlsx' }).expect(200);
    const parts = unzipSync(body as Buffer);
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] as Uint8Array);
    const rows = [...sheet.matchAll(/<row r="(\d+)">(.*?)<\/row>/gs)].map(([, number, row]) =>
      Object.fromEntries(
        [...(row as string).matchAll(/<c r="([A-Z]+)(\d+)"[^>]*>(.*?)<\/c>/gs)].map(([, column, line, cell]) => {
          if (line !== number) throw new Error(`${column}${line} stands in row ${number}`);
          const plain = (cell as string).replace(/<[^>]+>/g, '');
          return [column, plain.replace('&lt;', '<').replace('&gt;', '>').replace('&amp;', '&')];
        }),
      ),
    );
    const [headings = {}] = rows;
    const column = (heading: string) => Object.keys(headings).find((letters) => headings[letters] === heading) ?? '';
    return { rows, sheet, names: Object.keys(parts), column };
  };

  describe('of a case with all there is', () => {
    const CANARY = 'canary-7f3a 内部备注';
    const WORDS = 'canary-2b1c 聊天内容';
    let ticket: BuiltTicket;
    beforeAll(async () => {
      const customer = await buildCustomer(desk, { site, shop: { name: '=HYPERLINK("x")', tier: 'premium' } });
      ticket = await buildTicket(desk, { customer, subCategory: 'withdrawal_failed', says: '@SUM(A1) 提现 <b>&' });
      await ticket.reply(supervisor.principal, WORDS);
      await desk.database.transaction((tx) =>
        desk.get(Entries).add(tx, {
          conversationId: ticket.conversationId,
          kind: 'note',
          author: { kind: 'staff', id: admin.principal.staffId, name: '管理员' },
          body: CANARY,
        }),
      );
      await desk.settle();
      while ((await desk.get(SaidIndex).runOnce()) > 0);
      await desk.database.query(
        `UPDATE tickets SET nature = 'fault', tags = '{大促,+1}', rating_score = 2, rating_solved = false, rating_reasons = '{slow}',
           rating_comment = E'\\t=cmd', promise_basis = '-2+3', promised_at = '2026-01-02T03:04:05Z', opened_at = '2026-01-01T16:30:00Z',
           next_due_at = '2026-01-01T20:00:00Z', next_due_kind = 'resolution', paused_at = NULL, nudges = 3, status = 'open',
           assignee_id = $2, form = $3, form_version = 1 WHERE id = $1`,
        [ticket.ticketId, supervisor.principal.staffId, { withdrawal_number: '=1+1', amount: '1200.50', gone: '旧值' }],
      );
    });

    it('has Chinese headings, values in words, and times of the desk with their offset', async () => {
      const [row, ...rest] = await csv(supervisor, { q: ticket.number });
      expect(rest).toEqual([]);
      expect(row).toMatchObject({
        工单号: ticket.number,
        状态: '处理中',
        反馈性质: '报障',
        问题类型: '收益',
        具体问题: '提现失败',
        客户: ticket.customer.name,
        商家等级: '重点商家',
        来源渠道: '在线会话',
        小组: own.name['zh-CN'],
        处理人: '周主管',
        创建时间: '2026-01-02T00:30:00+08:00',
        承诺时间: '2026-01-02T11:04:05+08:00',
        当前计时: '解决',
        时效: '已超时',
        催单次数: '3',
        评分: '2',
        '评价：是否解决': '否',
        评价原因: '回复太慢',
        金额: '1200.5',
        其他表单内容: 'gone: 旧值',
      });
      const [same] = await csv(english, { q: ticket.number });
      expect(same).toMatchObject({ Status: 'Open', Nature: 'Fault', 'Rating: reasons': 'Slow to answer' });
      // Whoever reads the console in another language than their profile's has the table in that one.
      const chinese = take(english, { q: ticket.number, format: 'csv' }).set('accept-language', 'zh-CN');
      expect(String((await chinese.expect(200)).body)).toContain('工单号');
    });

    it('defuses what a spreadsheet would carry out', async () => {
      const [row] = await csv(supervisor, { q: ticket.number });
      expect(row).toMatchObject({
        标题: `'@SUM(A1) 提现 <b>&`,
        店铺: `'=HYPERLINK("x")`,
        标签: '大促、+1',
        评价内容: `'\t=cmd`,
        承诺依据: `'-2+3`,
        提现单号: `'=1+1`,
      });
      const { sheet, rows, column } = await xlsx(supervisor, { q: ticket.number });
      expect(sheet).not.toContain('<f>');
      expect(sheet).toMatch(
        / s="3" t="inlineStr"><is><t xml:space="preserve">=HYPERLINK\(&quot;x&quot;\)<\/t><\/is><\/c>/,
      );
      expect(rows[1]?.B).toBe('@SUM(A1) 提现 <b>&');
      // 2026-01-02 00:30 in Shanghai, as a spreadsheet counts days.
      expect(Number(rows[1]?.[column('创建时间')])).toBeCloseTo(46_024 + 0.5 / 24, 8);
      expect(column('金额')).toMatch(/^[A-Z]{2}$/);
      expect(rows[1]?.[column('金额')]).toBe('1200.5');
    });

    it('never holds a note, nor what was said, though the filter searches there', async () => {
      for (const q of [CANARY.slice(0, 11), WORDS.slice(0, 11)]) {
        const rows = await csv(supervisor, { q });
        expect(rows.map(({ 工单号 }) => 工单号)).toEqual([ticket.number]);
        expect(JSON.stringify(rows)).not.toMatch(/canary/i);
        expect((await xlsx(supervisor, { q })).sheet).not.toMatch(/canary/i);
      }
    });

    it('is a workbook with all its parts', async () => {
      const { names, sheet } = await xlsx(supervisor, { q: ticket.number });
      expect(names).toEqual([
        '[Content_Types].xml',
        '_rels/.rels',
        'xl/workbook.xml',
        'xl/_rels/workbook.xml.rels',
        'xl/styles.xml',
        'xl/worksheets/sheet1.xml',
      ]);
      expect(sheet.startsWith('<?xml')).toBe(true);
      expect(sheet.endsWith('</sheetData></worksheet>')).toBe(true);
    });
  });

  describe('of many', () => {
    const MANY = 3_500;
    beforeAll(async () => {
      const customer = await buildCustomer(desk, { site });
      await desk.database.query(
        `INSERT INTO tickets (id, number, site_id, customer_id, tier, category, priority, status, team_id, subject, locale,
           opened_at, last_activity_at)
         SELECT gen_random_uuid(), number, $2, $3, 'standard', 'account', (ARRAY['P1','P2'])[1 + n % 2], 'closed',
           CASE WHEN n % 7 = 0 THEN $5::uuid ELSE $4::uuid END, '批量 ' || n, 'zh-CN',
           desk_now() - interval '400 days' - n / 5 * interval '1 minute', desk_now() - n * interval '1 second'
         FROM unnest($1::text[]) WITH ORDINALITY AS c(number, n)`,
        [
          Array.from({ length: MANY }, (_, n) => formatNumber(BigInt(900_000 + n))),
          site.id,
          customer.id,
          own.id,
          other.id,
        ],
      );
    });
    const listed = async (who: SignedIn, query: object): Promise<string[]> => {
      const numbers: string[] = [];
      let cursor: string | undefined;
      do {
        const { body } = await who.http
          .get('/api/tickets/search')
          .query({ ...query, limit: 100, cursor })
          .expect(200);
        numbers.push(...body.items.map(({ number }: { number: string }) => number));
        cursor = body.nextCursor;
      } while (cursor);
      return numbers.sort();
    };

    it.each([
      ['all', {}],
      ['by category and priority', { category: 'account', priority: 'P1' }],
      ['by words', { q: '批量 12' }],
      ['by nothing that there is', { tag: '没有' }],
    ])('has what the list shows, each once, to each what they may see: %s', async (_, filter) => {
      for (const who of [supervisor, admin]) {
        const numbers = (await csv(who, filter)).map(({ 工单号 }) => 工单号);
        expect(numbers.toSorted()).toEqual(await listed(who, filter));
      }
    });

    it('comes in pieces, those opened last first', async () => {
      const rows = await csv(admin, { category: 'account' });
      expect(rows).toHaveLength(MANY);
      const times = rows.map(({ 创建时间 }) => 创建时间 as string);
      expect(times).toEqual(times.toSorted().reverse());
      const { rows: sheet } = await xlsx(admin, { category: 'account' });
      expect(sheet).toHaveLength(MANY + 1);
      const answer = await take(admin, { format: 'csv' }).expect(200);
      expect(answer.headers['transfer-encoding']).toBe('chunked');
      expect(answer.headers['cache-control']).toBe('no-store');
      expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="tickets-\d{4}-\d\d-\d\d\.csv"$/);
      expect((answer.body as Buffer).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    });

    it('says what is too much before a row has left', async () => {
      const limit = LIMITS.exportedTickets;
      Object.assign(LIMITS, { exportedTickets: 3_000 });
      try {
        const { body, headers } = await admin.http.get('/api/ticket-exports').query({ format: 'csv' }).expect(422);
        expect(body).toMatchObject({ code: 'too_many_rows', title: '符合条件的工单超过 100,000 个' });
        expect(headers['content-disposition']).toBeUndefined();
        expect(await csv(admin, { priority: 'P1', category: 'account' })).toHaveLength(MANY / 2);
      } finally {
        Object.assign(LIMITS, { exportedTickets: limit });
      }
    });
  });

  it('is for those who oversee others, is on record, and has its limit', async () => {
    const refused = await agent.http.get('/api/ticket-exports').query({ format: 'csv' }).expect(403);
    expect(refused.body.code).toBe('forbidden');
    await desk.http.get('/api/ticket-exports').query({ format: 'csv' }).expect(401);
    const q = `没有人说过 ${newId()}`;
    await csv(supervisor, { q, status: 'open' });
    const [record] = (await admin.http.get('/api/audit').expect(200)).body.items;
    expect(record).toMatchObject({
      action: 'ticket_export.taken',
      actor: { id: supervisor.principal.staffId },
      subject: { kind: 'ticket_export', label: 'csv' },
      changes: { q: { after: q }, status: { after: ['open'] }, rows: { after: 0 } },
    });
    for (let n = 1; n < 20; n += 1) await take(supervisor, { q, format: 'csv' }).expect(200);
    const { body } = await supervisor.http.get('/api/ticket-exports').query({ q, format: 'csv' }).expect(429);
    expect(body).toMatchObject({ code: 'too_many_requests', retryAfter: expect.any(Number) });
    await take(admin, { q, format: 'csv' }).expect(200);
  });
});
