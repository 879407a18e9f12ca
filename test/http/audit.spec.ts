import { auditActor } from '../../src/people/index.js';
import { Audit, differences } from '../../src/platform/audit/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { buildStaff, type SignedIn, signIn } from '../support/factories.js';

describe('the audit log', () => {
  let desk: TestApp;
  let admin: SignedIn;
  beforeAll(async () => {
    desk = await startTestApp();
    admin = await signIn(desk, await buildStaff(desk, { role: 'admin', name: '管理员' }));
  });
  afterAll(() => desk.close());

  const record = (label: string, subject = { kind: 'team', id: label, label }) =>
    desk.database.transaction((tx) =>
      desk.get(Audit).record(tx, {
        actor: auditActor(admin.principal),
        action: 'team.updated',
        subject,
        changes: differences({ name: 'A' }, { name: 'B' }),
      }),
    );

  it('is read newest first, page by page, without gaps or repeats', async () => {
    for (let index = 0; index < 5; index += 1) await record(`team-${index}`);
    const labels: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await admin.http
        .get('/api/audit')
        .query({ limit: 2, ...(cursor && { cursor }) })
        .expect(200);
      labels.push(...body.items.map((item: { subject: { label: string } }) => item.subject.label));
      cursor = body.nextCursor;
    } while (cursor);
    expect(labels).toEqual(['team-4', 'team-3', 'team-2', 'team-1', 'team-0']);
  });

  it('says who changed what, from what to what, and can be narrowed to it', async () => {
    await record('the one', { kind: 'site', id: 'site-1', label: 'the one' });
    const { body } = await admin.http.get('/api/audit').query({ subjectKind: 'site', subjectId: 'site-1' }).expect(200);
    expect(body.items).toEqual([
      {
        id: expect.any(String),
        at: expect.stringMatching(/Z$/),
        actor: { id: admin.principal.staffId, name: '管理员' },
        action: 'team.updated',
        subject: { kind: 'site', id: 'site-1', label: 'the one' },
        changes: { name: { before: 'A', after: 'B' } },
      },
    ]);
  });

  it('keeps nothing of a change that was taken back', async () => {
    const failing = desk.database.transaction(async (tx) => {
      await desk.get(Audit).record(tx, {
        actor: { kind: 'system', name: 'doctor' },
        action: 'team.updated',
        subject: { kind: 'team', id: 'never', label: 'never' },
      });
      throw new Error('the change fails');
    });
    await expect(failing).rejects.toThrow('the change fails');
    const { body } = await admin.http.get('/api/audit').query({ subjectKind: 'team', subjectId: 'never' }).expect(200);
    expect(body.items).toEqual([]);
  });

  it('cannot be rewritten', async () => {
    await record('kept');
    for (const statement of [
      "UPDATE audit_records SET actor_name = 'x'",
      'DELETE FROM audit_records',
      'TRUNCATE audit_records',
    ])
      await expect(desk.database.query(statement)).rejects.toThrow('only ever added');
  });

  it.each(['agent', 'supervisor'] as const)('is not for a %s', async (role) => {
    const other = await signIn(desk, await buildStaff(desk, { role }));
    const { body } = await other.http.get('/api/audit').expect(403);
    expect(body.code).toBe('forbidden');
  });
});
