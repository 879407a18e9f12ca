import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import supertest from 'supertest';
import { startTestApp, type TestApp } from '../support/app.js';
import { badInputs, type JsonSchema, sample, wrongValues } from '../support/bad-input.js';
import { buildSite, buildStaff, buildTeam, type SignedIn, signIn } from '../support/factories.js';
import { fingerprint } from '../support/fingerprint.js';

interface Parameter {
  in: 'path' | 'query';
  name: string;
  required?: boolean;
  schema: JsonSchema;
}
interface Operation {
  security?: Record<string, unknown>[];
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: JsonSchema & { $ref?: string } }> };
}

/** Every route is here by itself: the document is made of the routes, and a test keeps it so. */
const document = JSON.parse(readFileSync('src/contract/openapi.json', 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, JsonSchema> };
};
const ROUTES = Object.entries(document.paths).flatMap(([path, operations]) =>
  Object.entries(operations).map(([method, operation]) => ({
    title: `${method.toUpperCase()} ${path}`,
    method: method as 'get' | 'post' | 'patch' | 'put' | 'delete',
    path: path.replace(/\{(\w+)\}/g, (_, name) => (name === 'slug' ? 'payout-delay' : 'PL-000-0000')),
    operation,
    parameters: operation.parameters ?? [],
    contents: operation.requestBody?.content ?? {},
  })),
);
type Route = (typeof ROUTES)[number];

const resolve = (schema: JsonSchema & { $ref?: string }): JsonSchema =>
  schema.$ref ? (document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] as JsonSchema) : schema;

describe('bad input over HTTP', () => {
  let desk: TestApp;
  let staff: SignedIn;

  beforeAll(async () => {
    desk = await startTestApp();
    await buildSite(desk, { key: 'demo' });
    const team = await buildTeam(desk, { key: 'frontline' });
    staff = await signIn(desk, await buildStaff(desk, { role: 'admin', teams: [team] }));
  });
  afterAll(() => desk.close());

  const refused = (answer: supertest.Response) => ({ status: answer.status, code: answer.body.code });
  const send = ({ method, path }: Route) => staff.http[method](path);

  it.each(ROUTES.filter((route) => route.contents['application/json']))(
    '$title answers every fault of its body with invalid_input and changes nothing',
    async (route) => {
      const before = await fingerprint(desk.database);
      const schema = resolve(route.contents['application/json']?.schema ?? {});
      for (const { what, payload } of badInputs(schema)) {
        const answer = await send(route).set('content-type', 'application/json').send(JSON.stringify(payload));
        expect({ what, ...refused(answer) }).toEqual({ what, status: 400, code: 'invalid_input' });
        expect(answer.headers['content-type']).toContain('application/problem+json');
      }
      for (const text of ['{', '{"a":', '', 'nonsense', '{"__proto__":{"role":"admin"}}']) {
        const answer = await send(route).set('content-type', 'application/json').send(text);
        expect({ text, ...refused(answer) }).toEqual({ text, status: 400, code: 'invalid_input' });
      }
      expect(refused(await send(route).set('content-type', 'text/xml').send('<a/>')).status).toBe(415);
      const long = JSON.stringify({ text: 'x'.repeat(300 * 1024) });
      expect(refused(await send(route).set('content-type', 'application/json').send(long))).toEqual({
        status: 413,
        code: 'payload_too_large',
      });
      expect(await fingerprint(desk.database)).toEqual(before);
    },
  );

  it.each(ROUTES.filter((route) => route.contents['multipart/form-data']))(
    '$title takes nothing but a form with what it asks for',
    async (route) => {
      const before = await fingerprint(desk.database);
      const file = Buffer.from('%PDF-1.4 nothing');
      expect(refused(await send(route).send({ conversationId: randomUUID() })).status).toBeGreaterThanOrEqual(400);
      expect(refused(await send(route).field('conversationId', randomUUID())).status).toBeLessThan(500);
      for (const id of ['12', '{"$ne":null}', '../../etc', '']) {
        const { status } = refused(await send(route).field('conversationId', id).attach('file', file, 'a.pdf'));
        // 415: where an id is not asked for, the file is still no picture.
        expect([400, 401, 415]).toContain(status);
      }
      expect(await fingerprint(desk.database)).toEqual(before);
    },
  );

  it.each(ROUTES.filter((route) => route.parameters.some((parameter) => parameter.in === 'query')))(
    '$title answers every fault of its query with invalid_input',
    async (route) => {
      const queries = route.parameters.filter((parameter) => parameter.in === 'query');
      const valid = Object.fromEntries(
        queries.filter(({ required }) => required).map(({ name, schema }) => [name, String(sample(schema))]),
      );
      for (const { name, schema, required } of queries) {
        const faults = wrongValues(schema).filter(
          ([, value]) => typeof value === 'string' || (typeof value === 'number' && schema.type === 'integer'),
        );
        for (const [what, value] of faults) {
          const answer = await send(route).query({ ...valid, [name]: value });
          expect({ name, what, ...refused(answer) }).toEqual({ name, what, status: 400, code: 'invalid_input' });
        }
        const twice = new URLSearchParams({ ...valid, [name]: String(sample(schema)) });
        twice.append(name, String(sample(schema)));
        expect(refused(await send(route).query(twice.toString()))).toEqual({ status: 400, code: 'invalid_input' });
        if (!required) continue;
        const { [name]: _, ...rest } = valid;
        expect(refused(await send(route).query(rest))).toEqual({ status: 400, code: 'invalid_input' });
      }
      expect(refused(await send(route).query({ ...valid, 'limit[$ne]': '1' }))).toEqual({
        status: 400,
        code: 'invalid_input',
      });
    },
  );

  it.each(ROUTES.filter((route) => route.parameters.some((parameter) => parameter.in === 'path')))(
    '$title answers a strange path like an absent one',
    async (route) => {
      const before = await fingerprint(desk.database);
      const body = route.contents['application/json'] && sample(resolve(route.contents['application/json'].schema));
      for (const strange of ['%00', '..%2f..%2fetc', "'%20OR%201=1--", '🙈', 'x'.repeat(300), '%E0%A4%A']) {
        const path = route.path.replace(/PL-000-0000|payout-delay/, strange);
        const answer = await staff.http[route.method](path).send(body as object);
        expect(answer.status).toBeGreaterThanOrEqual(400);
        expect(answer.status).toBeLessThan(500);
      }
      expect(await fingerprint(desk.database)).toEqual(before);
    },
  );

  it.each(ROUTES.filter((route) => route.operation.security?.some((way) => 'session' in way)))(
    '$title wants a session: none, a forged and an ended one are refused alike',
    async ({ method, path }) => {
      const ended = await signIn(desk, { id: staff.principal.staffId });
      await ended.http.delete('/api/sessions/current').expect(204);
      for (const cookie of ['', 'porchlight=forged', ended.cookie]) {
        const answer = await supertest(desk.url)[method](path).set('cookie', cookie);
        expect(refused(answer)).toEqual({ status: 401, code: 'unauthenticated' });
      }
    },
  );

  it.each(
    ROUTES.filter(({ method, operation }) => method !== 'get' && operation.security?.some((way) => 'session' in way)),
  )('$title refuses a foreign page that rides on the session', async (route) => {
    const before = await fingerprint(desk.database);
    const answer = await send(route).set('origin', 'https://evil.example').set('sec-fetch-site', 'cross-site').send({});
    expect(refused(answer)).toEqual({ status: 403, code: 'origin_not_allowed' });
    expect(await fingerprint(desk.database)).toEqual(before);
  });
});
