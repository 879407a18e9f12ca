import { startTestApp, type TestApp } from '../support/app.js';
import { buildStaff, buildTeam, type SignedIn, signIn } from '../support/factories.js';
import { buildTicket } from '../support/tickets.js';

/** Of the right shape, and yet nothing that the database takes: refused like any other mistake. */
describe('what no screen would send', () => {
  let desk: TestApp;
  let admin: SignedIn;
  let team: { id: string };
  let staff: { id: string };
  beforeAll(async () => {
    desk = await startTestApp();
    team = await buildTeam(desk);
    staff = await buildStaff(desk, { role: 'admin', teams: [team] });
    admin = await signIn(desk, staff);
  });
  afterAll(() => desk.close());

  const refused = { status: 400, body: expect.objectContaining({ code: 'invalid_input' }) };

  it.each(['openedFrom', 'updatedTo', 'dueFrom'])('the year 0 in %s of a search', async (name) => {
    const asked = admin.http.get('/api/tickets/search').query({ [name]: '0000-01-01T00:00:00Z' });
    expect(await asked).toMatchObject(refused);
  });

  it('the year 0 in a shift table', async () => {
    const path = `/api/teams/${team.id}`;
    const [from, starts, ends] = ['0000-01-01', '0000-01-01T08:00', '0000-01-01T09:00'];
    expect(await admin.http.get(`${path}/shifts`).query({ from, until: from })).toMatchObject(refused);
    expect(await admin.http.post(`${path}/shift-copies`).send({ from, to: from })).toMatchObject(refused);
    expect(await admin.http.post(`${path}/shifts`).send({ staffId: staff.id, starts, ends })).toMatchObject(refused);
  });

  it('a cursor with a character that no name has', async () => {
    const cursor = Buffer.from(JSON.stringify({ name: 'nul \u0000', id: team.id })).toString('base64url');
    expect(await admin.http.get('/api/staff').query({ cursor })).toMatchObject(refused);
  });

  it('a sub-category with a character that no key has', async () => {
    const ticket = await buildTicket(desk);
    const patch = { version: 1, category: 'earnings', subCategory: 'nul \u0000' };
    expect(await admin.http.patch(`/api/tickets/${ticket.number}`).send(patch)).toMatchObject(refused);
  });

  it('takes a picture by any name, also one with a character that no name has', async () => {
    const [edge, pixel] = ['edge-of-a-part', 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'];
    const disposition = `Content-Disposition: form-data; name="file"; filename*=UTF-8''a%00b.gif`;
    const body = Buffer.concat([
      Buffer.from(`--${edge}\r\n${disposition}\r\nContent-Type: image/gif\r\n\r\n`),
      Buffer.from(pixel, 'base64'),
      Buffer.from(`\r\n--${edge}--\r\n`),
    ]);
    const type = `multipart/form-data; boundary=${edge}`;
    await admin.http.post('/api/article-images').set('content-type', type).send(body).expect(201);
    const { body: audit } = await admin.http.get('/api/audit').query({ subjectKind: 'article_image' }).expect(200);
    expect(audit.items[0].subject.label).toBe('ab.gif');
  });
});
