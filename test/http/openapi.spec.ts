import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';
import { ApiDocument } from '../../src/platform/openapi/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { buildStaff, signIn } from '../support/factories.js';

const FILE = 'src/contract/openapi.json';
const CLIENT = 'src/browser/console/api/schema.gen.ts';

describe('the API document', () => {
  let desk: TestApp;
  let document: OpenAPIObject;
  beforeAll(async () => {
    desk = await startTestApp();
    document = JSON.parse(JSON.stringify(desk.get(ApiDocument).read()));
  });
  afterAll(() => desk.close());

  const operations = () =>
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(
        methods as Record<string, { operationId: string; responses: Record<string, { content?: object }> }>,
      ).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
    );

  it('stands in the repository as the code says it (else: npm run openapi)', () => {
    expect(JSON.parse(readFileSync(FILE, 'utf8'))).toEqual(document);
  });

  it('is what the client of the console was made of (else: npm run openapi)', () => {
    const cli = join('node_modules', 'openapi-typescript', 'bin', 'cli.js');
    execFileSync(process.execPath, [cli, FILE, '-o', CLIENT, '--check'], { stdio: 'pipe' });
  });

  it('says of every operation what it answers', () => {
    const silent = operations().filter(({ operation: { responses } }) =>
      Object.entries(responses).some(([status, { content }]) => /^2/.test(status) && status !== '204' && !content),
    );
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('refers to nothing that it does not define, and names no operation twice', () => {
    const text = JSON.stringify(document);
    const missing = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)]
      .map(([, name]) => name as string)
      .filter((name) => !document.components?.schemas?.[name]);
    expect(missing).toEqual([]);
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is for staff', async () => {
    for (const path of ['/api/docs', '/api/docs/json', '/api/docs/start.js', '/api/docs/files/swagger-ui.css'])
      await desk.http.get(path).expect(401);
    const { http } = await signIn(desk, await buildStaff(desk));
    const { body } = await http.get('/api/docs/json').expect(200);
    expect(body).toEqual(document);
    const { text, headers } = await http.get('/api/docs').expect(200);
    expect(headers['content-security-policy']).toMatch(/script-src 'self';/);
    for (const [, path] of text.matchAll(/(?:src|href)="([^"]+)"/g)) await http.get(path as string).expect(200);
    await http.get('/api/docs/files/package.json').expect(404);
  });

  it('is for everybody on a desk that shows itself', async () => {
    const demo = await startTestApp({ env: { DEMO: 'true' } });
    await demo.http.get('/api/docs').expect(200);
    await demo.http.get('/api/docs/json').expect(200);
    await demo.close();
  });
});
