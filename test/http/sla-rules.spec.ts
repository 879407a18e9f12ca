import type { CalendarDefinition, LadderRung, PolicyView } from '../../src/contract/index.js';
import { Retimings } from '../../src/sla/retiming/retimings.service.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type BuiltTeam, buildSite, buildStaff, buildTeam, type SignedIn, signIn } from '../support/factories.js';
import { fingerprint } from '../support/fingerprint.js';
import { type BuiltTicket, buildTicket } from '../support/tickets.js';

const NINE_TO_SIX = [{ from: 540, to: 1_080 }];
const OFFICE: CalendarDefinition = {
  zone: 'Asia/Shanghai',
  week: [...Array(5).fill(NINE_TO_SIX), [], []],
  specialDays: [],
};
const NAME = { 'zh-CN': '上海工作时间', en: 'Shanghai hours' };
const UNKNOWN = '00000000-0000-7000-8000-000000000000';

describe('the rules of the clocks', () => {
  let desk: TestApp;
  let team: BuiltTeam;
  let admin: SignedIn;
  let agent: SignedIn;
  let site: { id: string };
  beforeEach(async () => {
    desk = await startTestApp();
    team = await buildTeam(desk, { key: 'frontline' });
    admin = await signIn(desk, await buildStaff(desk, { role: 'admin' }));
    agent = await signIn(desk, await buildStaff(desk, { teams: [team] }));
    site = await buildSite(desk);
  });
  afterEach(() => desk.close());

  const policy = async (): Promise<PolicyView> => (await agent.http.get('/api/sla/policy').expect(200)).body;
  const ladders = async () => (await agent.http.get('/api/sla/ladders').expect(200)).body;
  async function open(): Promise<BuiltTicket> {
    const ticket = await buildTicket(desk, { site });
    await desk.settle();
    return ticket;
  }
  const dueIn = async ({ ticketId }: BuiltTicket) =>
    (
      await desk.database.one<{ seconds: number }>(
        'SELECT extract(epoch FROM next_due_at - opened_at)::int AS seconds FROM tickets WHERE id = $1',
        [ticketId],
      )
    )?.seconds;
  const refused = async (answer: { status: number; body: { code: string; errors?: { path: string }[] } }) => ({
    status: answer.status,
    code: answer.body.code,
    paths: answer.body.errors?.map(({ path }) => path),
  });

  describe('of targets', () => {
    it('begin with the presets, and say what nobody has said', async () => {
      const current = await policy();
      expect(current).toMatchObject({ version: 2, uncovered: [], runningClocks: 0, olderClocks: 0 });
      expect(current.effective.premium.P1.asynchronous).toEqual({
        first_response: 1_800,
        next_response: 1_800,
        promise: 7_200,
        resolution: null,
      });
      const { body } = await agent.http.get('/api/sla/policy/presets').expect(200);
      expect(body.items.map(({ key }: { key: string }) => key)).toEqual(['standard', 'premium']);
      await agent.http.get('/api/sla/policy/versions/1').expect(200);
      await agent.http.get('/api/sla/policy/versions/9').expect(404);
    });

    it('are saved as a new version; running clocks keep theirs unless the editor wants them timed anew', async () => {
      const running = await open();
      const { effective } = await policy();
      const targets = structuredClone(effective);
      targets.standard.P2.asynchronous.first_response = 3_600;
      const body = { version: 2, targets, note: '更快', retime: false };
      expect((await admin.http.put('/api/sla/policy').send(body).expect(200)).body).toMatchObject({
        version: 3,
        createdBy: admin.principal.name,
        runningClocks: 0,
        olderClocks: 1,
      });
      expect(await dueIn(running)).toBe(8 * 3_600);
      expect(await dueIn(await open())).toBe(3_600);
      expect(await refused(await admin.http.put('/api/sla/policy').send(body))).toMatchObject({ code: 'conflict' });
      await admin.http
        .put('/api/sla/policy')
        .send({ ...body, version: 3, retime: true })
        .expect(200);
      expect((await policy()).version).toBe(3);
      expect(await desk.get(Retimings).run()).toBe(false);
      expect(await dueIn(running)).toBe(3_600);
      expect(await policy()).toMatchObject({ runningClocks: 2, olderClocks: 0 });
      const lines = await desk.database.query(`SELECT data FROM ticket_events WHERE kind = 'retimed'`);
      expect(lines).toMatchObject([{ data: { because: 'policy', targetSeconds: 3_600 } }]);
      const { body: audit } = await admin.http.get('/api/audit?limit=5').expect(200);
      expect(audit.items[0]).toMatchObject({ action: 'sla_policy.updated' });
    });

    it('say before how many clocks move, and which are overdue at once', async () => {
      const late = await open();
      await desk.clock.advance(2 * 3_600_000);
      await open();
      const { effective } = await policy();
      const targets = structuredClone(effective);
      targets.standard.P2.asynchronous.first_response = 3_600;
      const before = await fingerprint(desk.database);
      const { body } = await admin.http.post('/api/sla/policy/previews').send({ targets }).expect(200);
      expect(body).toMatchObject({ moving: 2, overdueAtOnce: 1, running: 2, more: false });
      expect(body.examples[0]).toMatchObject({ number: late.number, kind: 'first_response' });
      expect(await fingerprint(desk.database)).toEqual(before);
    });

    it('leave to the default what they do not say, visibly', async () => {
      const { effective } = await policy();
      const { P0: _, ...rest } = effective.standard;
      const targets = { standard: rest, premium: structuredClone(effective.premium) };
      targets.premium.P2.asynchronous.first_response = null;
      const { body } = await admin.http
        .put('/api/sla/policy')
        .send({ version: 2, targets, note: '', retime: false })
        .expect(200);
      expect(body.uncovered).toEqual([
        { tier: 'standard', priority: 'P0', kind: 'first_response' },
        { tier: 'standard', priority: 'P0', kind: 'next_response' },
        { tier: 'premium', priority: 'P2', kind: 'first_response' },
      ]);
      expect(body.effective.standard.P0.asynchronous.first_response).toBe(1_800);
      expect(body.effective.premium.P2.asynchronous.first_response).toBe(14_400);
    });

    it.each([
      [0, 'more than 0'],
      [-1, 'more than 0'],
      [31_536_001, 'a year at most'],
      [1.5, 'whole seconds'],
    ])('are refused with the field and the fix: %s', async (seconds, fix) => {
      const { effective } = await policy();
      const targets = structuredClone(effective);
      targets.premium.P3.asynchronous.resolution = seconds;
      const before = await fingerprint(desk.database);
      const answer = await admin.http.put('/api/sla/policy').send({ version: 2, targets, note: '', retime: true });
      expect(await refused(answer)).toEqual({
        status: 400,
        code: 'invalid_input',
        paths: ['targets.premium.P3.asynchronous.resolution'],
      });
      expect(answer.body.errors[0].message).toContain(fix);
      expect(await fingerprint(desk.database)).toEqual(before);
    });

    it('are administrators’ to write', async () => {
      const { effective: targets } = await policy();
      await agent.http.put('/api/sla/policy').send({ version: 2, targets, note: '', retime: false }).expect(403);
      await agent.http.post('/api/sla/policy/previews').send({ targets }).expect(403);
      await desk.http.get('/api/sla/policy').expect(401);
    });
  });

  describe('of hours', () => {
    const add = async (definition: CalendarDefinition = OFFICE, teamIds = [team.id]) =>
      (await admin.http.post('/api/calendars').send({ name: NAME, definition, teamIds }).expect(201)).body;

    it('are a calendar that teams work by; an edit makes a version that running clocks go by when that is wanted', async () => {
      // Friday 18:20 in Shanghai.
      await desk.clock.advance(Date.parse('2026-11-27T10:20:00Z') - desk.clock.now().getTime());
      admin = await signIn(desk, { id: admin.principal.staffId });
      agent = await signIn(desk, { id: agent.principal.staffId });
      const calendar = await add();
      expect(calendar).toMatchObject({ name: NAME, teamIds: [team.id], version: 1, archived: false });
      const ticket = await open();
      const due = async () =>
        (
          await desk.database.one<{ due: Date; working: Date[] }>(
            'SELECT next_due_at AS due, next_due_working AS working FROM tickets WHERE id = $1',
            [ticket.ticketId],
          )
        )?.due.toISOString();
      expect(await due()).toBe('2026-11-30T09:00:00.000Z');
      const { body: row } = await agent.http.get(`/api/tickets/${ticket.number}`).expect(200);
      expect(row.nextDueWorking).toEqual([{ from: '2026-11-30T01:00:00.000Z', to: '2026-11-30T09:00:00.000Z' }]);
      const weekend = { ...OFFICE, week: Array(7).fill(NINE_TO_SIX) };
      const edit = { version: 1, name: NAME, definition: weekend, teamIds: [team.id], retime: true };
      const preview = await admin.http
        .post(`/api/calendars/${calendar.id}/previews`)
        .send({ definition: weekend, teamIds: [team.id] })
        .expect(200);
      expect(preview.body).toMatchObject({ moving: 1, overdueAtOnce: 0 });
      await admin.http.put(`/api/calendars/${calendar.id}`).send(edit).expect(200);
      expect(await due()).toBe('2026-11-30T09:00:00.000Z');
      await desk.get(Retimings).run();
      expect(await due()).toBe('2026-11-28T09:00:00.000Z');
      expect((await admin.http.put(`/api/calendars/${calendar.id}`).send(edit)).body.code).toBe('conflict');
      expect((await agent.http.get('/api/calendars').expect(200)).body.items).toMatchObject([
        { version: 2, runningClocks: 1 },
      ]);
      await admin.http.post(`/api/calendars/${calendar.id}/archival`).send({ version: 2 }).expect(409);
      await admin.http
        .put(`/api/calendars/${calendar.id}`)
        .send({ ...edit, version: 2, teamIds: [], retime: false })
        .expect(200);
      await admin.http.post(`/api/calendars/${calendar.id}/archival`).send({ version: 3 }).expect(201);
      await admin.http.post(`/api/calendars/${calendar.id}/restoration`).send({ version: 4 }).expect(201);
      await admin.http.post(`/api/calendars/${UNKNOWN}/archival`).send({ version: 1 }).expect(404);
      expect(await due()).toBe('2026-11-28T09:00:00.000Z');
    });

    it('of several calendars are whenever one of them works; P0 minds none', async () => {
      await add();
      await add({ ...OFFICE, zone: 'Europe/Berlin' });
      const ask = { tier: 'standard', priority: 'P2', mode: 'asynchronous', teamId: team.id };
      const preview = async (change: object) =>
        (
          await agent.http
            .post('/api/sla/previews')
            .send({ ...ask, ...change })
            .expect(200)
        ).body.items[0];
      // 09:00 in Shanghai until 18:00 in Berlin, which is 01:00 until 17:00 UTC.
      const friday = { openedAt: '2026-11-20T13:00:00Z' };
      expect(await preview(friday)).toMatchObject({ kind: 'first_response', dueAt: '2026-11-23T05:00:00.000Z' });
      const { dueAt, because } = await preview({ ...friday, priority: 'P0' });
      expect(dueAt).toBe('2026-11-20T13:30:00.000Z');
      expect(because[1]).toEqual({ step: 'around_the_clock', because: 'urgent' });
    });

    it.each<[string, object, string]>([
      ['no working time', { week: Array(7).fill([]) }, 'definition.week'],
      ['an unknown zone', { zone: 'Mars/Olympus' }, 'definition.zone'],
      ['hours backwards', { week: [[{ from: 600, to: 540 }], [], [], [], [], [], []] }, 'definition.week.0.0.to'],
      [
        'hours that overlap',
        { week: [[...NINE_TO_SIX, { from: 600, to: 660 }], [], [], [], [], [], []] },
        'definition.week.0.1.from',
      ],
      [
        'a day that is holiday and worked',
        {
          specialDays: [
            { date: '2026-10-01', name: '国庆节', hours: [] },
            { date: '2026-10-01', name: '调休', hours: NINE_TO_SIX },
          ],
        },
        'definition.specialDays.1.date',
      ],
      [
        'hours that the clocks skip',
        {
          zone: 'Europe/Berlin',
          specialDays: [{ date: '2026-03-29', name: 'night', hours: [{ from: 125, to: 175 }] }],
        },
        'definition.specialDays.0.hours.0',
      ],
      ['too little time for the targets', { week: [[{ from: 0, to: 1 }], [], [], [], [], [], []] }, 'definition.week'],
    ])('are refused with the field: %s', async (_, change, path) => {
      const before = await fingerprint(desk.database);
      const answer = await admin.http
        .post('/api/calendars')
        .send({ name: NAME, definition: { ...OFFICE, ...change }, teamIds: [team.id] });
      expect(await refused(answer)).toEqual({ status: 400, code: 'invalid_input', paths: [path] });
      expect(await fingerprint(desk.database)).toEqual(before);
    });

    it('are refused for a team that is none, and targets that no calendar could hold', async () => {
      const body = { name: NAME, definition: OFFICE, teamIds: [UNKNOWN] };
      expect(await refused(await admin.http.post('/api/calendars').send(body))).toMatchObject({ paths: ['teamIds.0'] });
      await add({ ...OFFICE, week: [[{ from: 540, to: 600 }], [], [], [], [], [], []] });
      const { effective } = await policy();
      const targets = structuredClone(effective);
      targets.standard.P3.asynchronous.resolution = 31_536_000;
      const answer = await admin.http.put('/api/sla/policy').send({ version: 2, targets, note: '', retime: false });
      expect(await refused(answer)).toMatchObject({ paths: ['targets.standard.P3.asynchronous.resolution'] });
    });

    it('take in Chinese holidays with the days that are worked instead', async () => {
      const { body } = await admin.http
        .post('/api/calendars/holiday-imports')
        .send({ years: [2026, 2099], workedHours: NINE_TO_SIX })
        .expect(200);
      expect(body.years).toContain(2026);
      expect(body.days).toHaveLength(39);
      expect(body.days).toContainEqual({ date: '2026-02-17', name: '春节', hours: [] });
      expect(body.days).toContainEqual({ date: '2026-02-28', name: '春节调休', hours: NINE_TO_SIX });
      await add({ ...OFFICE, specialDays: body.days });
      const { body: preview } = await agent.http
        .post('/api/sla/previews')
        .send({
          tier: 'standard',
          priority: 'P2',
          mode: 'asynchronous',
          teamId: team.id,
          openedAt: '2026-09-30T08:00:00Z',
        })
        .expect(200);
      // 2 h on Wednesday; Thursday to Wednesday is holiday; 6 h on Thursday the 8th.
      expect(preview.items[0].dueAt).toBe('2026-10-08T07:00:00.000Z');
      const closed = preview.items[0].because.find((step: { step: string }) => step.step === 'closed');
      expect(closed.days).toHaveLength(7);
      expect(closed.days[0]).toEqual({ date: '2026-10-01', name: '国庆节' });
    });

    it('take in the whole days of an iCal file, and no other file', async () => {
      const event = (lines: string) =>
        `BEGIN:VEVENT\r\nUID:${lines.length}\r\nDTSTAMP:20260101T000000Z\r\n${lines}\r\nEND:VEVENT\r\n`;
      const file = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:test\r\n${[
        'DTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20261227\r\nSUMMARY:Christmas',
        'DTSTART;VALUE=DATE:20261010\r\nSUMMARY:国庆节(班)',
        'DTSTART:20261010T100000Z\r\nDTEND:20261010T110000Z\r\nSUMMARY:meeting',
        'DTSTART;VALUE=DATE:20250501\r\nRRULE:FREQ=YEARLY;COUNT=3\r\nSUMMARY:Labour Day',
      ]
        .map(event)
        .join('')}END:VCALENDAR\r\n`;
      const send = (text: string) =>
        admin.http.post('/api/calendars/file-imports').send({ file: text, workedHours: NINE_TO_SIX });
      const { body } = await send(file).expect(200);
      expect(body).toMatchObject({ leftOut: 1 });
      expect(body.days.map(({ date }: { date: string }) => date)).toEqual([
        '2025-05-01',
        '2026-05-01',
        '2026-10-10',
        '2026-12-24',
        '2026-12-25',
        '2026-12-26',
        '2027-05-01',
      ]);
      expect(body.days[2].hours).toEqual(NINE_TO_SIX);
      const rules = [
        'FREQ=YEARLY;BYMONTH=1,2;BYHOUR=1,2,3;BYMINUTE=1,2,3;BYSECOND=1,2,3',
        'FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU',
        'FREQ=YEARLY;INTERVAL=-1',
        'FREQ=SECONDLY',
      ].map((rule) => event(`DTSTART;VALUE=DATE:20000101\r\nRRULE:${rule}`));
      const zone =
        'BEGIN:VTIMEZONE\r\nTZID:A\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\n' +
        'RRULE:FREQ=SECONDLY\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n';
      const odd = [
        'DTSTART;TZID=A:20260101T000000',
        'DTSTART;VALUE=DATE:hello',
        'SUMMARY:never',
        'DTSTART;VALUE=DATE:20261126\r\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH\r\nBEGIN:VALARM\r\nSUMMARY:no\r\nEND:VALARM',
        'DTSTART;VALUE=DATE:19000229\r\nDTEND;VALUE=DATE:19000302\r\nRRULE:FREQ=YEARLY',
      ].map(event);
      const { body: bounded } = await send(
        `BEGIN:VCALENDAR\r\n${zone}${rules.join('')}${odd.join('')}${'BEGIN:VEVENT\r\n'.repeat(12_000)}`,
      ).expect(200);
      expect(bounded).toMatchObject({ leftOut: 7 });
      const fourth = bounded.days.map(({ date }: { date: string }) => date).filter((date: string) => /-11-/.test(date));
      expect(fourth).toContain('2027-11-25');
      expect(await refused(await send('not a calendar'))).toMatchObject({ code: 'invalid_input', paths: ['file'] });
    });
  });

  describe('of the ladder', () => {
    const BREACH: LadderRung = {
      at: { breach: true },
      whom: ['assignee'],
      how: ['in_app'],
      also: [],
      acknowledgeWithinMinutes: null,
    };
    const save = async (rungs: object[]) => {
      const { version, ladders: before } = await ladders();
      return await admin.http
        .put('/api/sla/ladders')
        .send({ version, ladders: { ...before, resolution: rungs }, note: '', retime: false });
    };

    it('are saved as a new version', async () => {
      expect((await save([BREACH])).body).toMatchObject({ version: 3, ladders: { resolution: [BREACH] } });
      expect((await save([BREACH])).body).toMatchObject({ version: 3 });
      const { ladders: rungs } = await ladders();
      const body = { version: 2, ladders: rungs, note: '', retime: false };
      const former = await agent.http.get('/api/sla/ladders/versions/2').expect(200);
      expect(former.body).toMatchObject({ version: 2 });
      expect(former.body.ladders.resolution).not.toEqual([BREACH]);
      expect((await agent.http.get('/api/sla/ladders/versions/99')).body.code).toBe('not_found');
      expect((await admin.http.put('/api/sla/ladders').send(body)).body.code).toBe('conflict');
      expect((await agent.http.put('/api/sla/ladders').send(body)).status).toBe(403);
    });

    it.each<[string, object[], string]>([
      ['nobody', [{ ...BREACH, whom: [] }], '0.whom'],
      ['a stranger', [{ ...BREACH, whom: [{ staffId: UNKNOWN }] }], '0.whom.0.staffId'],
      ['a warning after breach', [BREACH, { ...BREACH, at: { percent: 90 } }], '1.at'],
      ['a team that is none', [{ ...BREACH, also: [{ do: 'hand_to', teamId: UNKNOWN }] }], '0.also.0.teamId'],
      ['silence at breach', [{ ...BREACH, at: { percent: 50 } }], ''],
    ])('are refused with the field: %s', async (_, rungs, path) => {
      const before = await fingerprint(desk.database);
      const answer = await save(rungs);
      const at = `ladders.resolution${path && `.${path}`}`;
      expect(await refused(answer)).toEqual({ status: 400, code: 'invalid_input', paths: [at] });
      expect(await fingerprint(desk.database)).toEqual(before);
    });
  });

  it('put a preview into words that say why', async () => {
    const { body } = await agent.http
      .post('/api/sla/previews')
      .send({
        tier: 'premium',
        priority: 'P1',
        mode: 'asynchronous',
        openedAt: '2026-11-20T10:20:00Z',
        calendar: OFFICE,
      })
      .expect(200);
    expect(body.items.map(({ kind }: { kind: string }) => kind)).toEqual([
      'first_response',
      'next_response',
      'promise',
    ]);
    expect(body.items[0]).toEqual({
      kind: 'first_response',
      targetSeconds: 1_800,
      dueAt: '2026-11-23T01:30:00.000Z',
      because: [
        {
          step: 'target',
          tier: 'premium',
          priority: 'P1',
          mode: 'asynchronous',
          kind: 'first_response',
          seconds: 1_800,
          policyVersion: 2,
          uncovered: false,
        },
        { step: 'calendar', zone: 'Asia/Shanghai' },
        { step: 'start', at: '2026-11-20T10:20:00.000Z', working: false },
        { step: 'closed', from: '2026-11-20T10:20:00.000Z', to: '2026-11-23T01:00:00.000Z', days: [] },
        { step: 'worked', from: '2026-11-23T01:00:00.000Z', to: '2026-11-23T01:30:00.000Z', seconds: 1_800, days: [] },
        { step: 'due', at: '2026-11-23T01:30:00.000Z' },
      ],
      rungs: [
        { at: { percent: 75 }, time: '2026-11-23T01:22:30.000Z' },
        { at: { breach: true }, time: '2026-11-23T01:30:00.000Z' },
        { at: { afterMinutes: 60 }, time: '2026-11-23T02:30:00.000Z' },
      ],
    });
    await agent.http
      .post('/api/sla/previews')
      .send({ tier: 'premium', priority: 'P1', mode: 'chat', openedAt: '2026-11-20T10:20:00Z', teamId: UNKNOWN })
      .expect(404);
  });
});
