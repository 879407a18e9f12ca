import { startTestApp, type TestApp } from '../support/app.js';

describe('what an operator and a proxy ask', () => {
  let desk: TestApp;
  beforeAll(async () => {
    desk = await startTestApp();
  });
  afterAll(() => desk.close());

  it('is alive and ready while its database answers', async () => {
    await desk.http.get('/healthz').expect(200, { alive: true });
    const { body } = await desk.http.get('/readyz').expect(200);
    expect(body).toMatchObject({ ready: true, checks: { database: 'ok' } });
  });

  it('shows its figures from anywhere to who has the token', async () => {
    const token = 'scrape-0123456789-ABCDEFGHIJKLMNOP';
    const other = await startTestApp({ env: { METRICS_TOKEN: token } });
    const ask = (authorization: string) =>
      other.http.get('/metrics').set('x-forwarded-for', '203.0.113.9').set('authorization', authorization);
    await ask(`Bearer ${token}`).expect(200);
    for (const wrong of ['', 'Bearer', `Bearer ${token}x`, `Basic ${token}`, 'Bearer undefined'])
      await ask(wrong).expect(404);
    await desk.http
      .get('/metrics')
      .set('x-forwarded-for', '203.0.113.9')
      .set('authorization', 'Bearer undefined')
      .expect(404);
    await other.close();
  });

  it('shows its figures to loopback, and nothing to who comes by a proxy', async () => {
    const { text } = await desk.http.get('/metrics').expect(200);
    expect(text).toContain('porchlight_http_request_seconds');
    await desk.http.get('/metrics').set('x-forwarded-for', '203.0.113.9').expect(404);
  });

  it.each([
    ['zh-CN,zh;q=0.9', '没有找到'],
    ['en-GB,en;q=0.8,zh;q=0.5', 'Not found'],
    ['fr', '没有找到'],
  ])('answers what does not exist with a problem in the language of the reader (%s)', async (language, title) => {
    const answer = await desk.http.get('/nowhere').set('accept-language', language).expect(404);
    expect(answer.headers['content-type']).toMatch('application/problem+json');
    expect(answer.body).toMatchObject({ code: 'not_found', title, status: 404 });
    expect(answer.body.requestId).toBe(answer.headers['x-request-id']);
  });

  it.each([
    ['GET', '/healthz', 200],
    ['GET', '/nowhere', 404],
    ['POST', '/api/status/lookups', 400],
    ['GET', '/api/tickets', 401],
  ] as const)('says with %s %s what a browser may do with the answer', async (method, path, status) => {
    const { headers } = await desk.http[method === 'GET' ? 'get' : 'post'](path).expect(status);
    expect(headers).toMatchObject({
      'content-security-policy': "default-src 'none';frame-ancestors 'none';base-uri 'none';form-action 'self'",
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
    });
    expect(headers['strict-transport-security']).toBeUndefined();
  });

  it('asks for TLS from now on where it has it', async () => {
    const secure = await startTestApp({ env: { PUBLIC_URL: 'https://desk.example' } });
    const { headers } = await secure.http.get('/healthz').expect(200);
    expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
    await secure.close();
  });
});
