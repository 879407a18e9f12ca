import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/articles.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { PIXEL } from '../support/archive.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { buildStaff } from '../support/factories.js';

describe('npm run articles', () => {
  let database: TestDatabase;
  let desk: TestApp;
  let folder: string;
  let said: string[];
  beforeAll(async () => {
    database = await createTestDatabase();
    folder = mkdtempSync(join(tmpdir(), 'porchlight-articles-'));
    process.env.DATABASE_URL = database.url;
    process.env.DATA_DIR = join(folder, 'data');
    desk = await startTestApp({ database, env: { DATA_DIR: join(folder, 'data') } });
    await buildStaff(desk, { role: 'admin', email: 'admin@desk.example' });
    await buildStaff(desk, { role: 'supervisor', email: 'su@desk.example' });
    mkdirSync(join(folder, 'in', 'earnings', 'fees'), { recursive: true });
    writeFileSync(
      join(folder, 'in', 'earnings', 'fees', 'zh-CN.md'),
      '---\ntitle: 手续费\nexcerpt: 每笔收多少。\ncategory: earnings\n---\n\n![表](../../table.png)\n',
    );
    writeFileSync(join(folder, 'in', 'table.png'), PIXEL);
    symlinkSync('/etc', join(folder, 'in', 'elsewhere'));
  });
  afterAll(async () => {
    delete process.env.DATABASE_URL;
    delete process.env.DATA_DIR;
    await desk.close();
    await database.drop();
    rmSync(folder, { recursive: true });
  });
  beforeEach(() => {
    said = [];
    for (const way of ['log', 'error'] as const)
      jest.spyOn(console, way).mockImplementation((...words: unknown[]) => void said.push(words.join(' ')));
  });
  afterEach(() => jest.restoreAllMocks());

  const as = ['--as', 'Admin@desk.example'];
  const articles = () => desk.database.query<{ slug: string; status: string }>('SELECT slug, status FROM articles');

  it('looks first, then brings a folder in and publishes it, and takes it out again as it was', async () => {
    const input = join(folder, 'in');
    expect(await run(['import', input, ...as])).toBe(0);
    expect(said.join('\n')).toMatch(/1 articles: 1 new.*\nNothing was changed/);
    expect(await articles()).toEqual([]);
    expect(await run(['import', input, ...as, '--apply', '--publish', '--report', join(folder, 'report.csv')])).toBe(0);
    expect(await articles()).toEqual([{ slug: 'fees', status: 'published' }]);
    expect(readFileSync(join(folder, 'report.csv'), 'utf8')).toContain('1,earnings/fees/zh-CN.md,手续费,fees,新增,是,');
    await desk.settle();
    const page = await desk.http.get('/help/zh-CN/articles/fees').expect(200);
    await desk.http.get(/\/help\/images\/[0-9a-f-]{36}/.exec(page.text)?.[0] ?? '').expect(200);

    const out = join(folder, 'out.zip');
    expect(await run(['export', '--out', out, ...as])).toBe(0);
    said = [];
    expect(await run(['import', out, ...as, '--apply'])).toBe(0);
    expect(said.join('\n')).toMatch(/1 articles: 0 new, 0 updates, 1 unchanged/);
  });

  it('ends with 1 when an article was refused, and says which and why', async () => {
    writeFileSync(join(folder, 'bad.md'), '');
    const csv = join(folder, 'bad.csv');
    writeFileSync(csv, '标题,正文\n好的,正文\n,没有标题\n');
    expect(await run(['import', csv, ...as, '--apply'])).toBe(1);
    expect(said.join('\n')).toMatch(/✗ #3\n {4}There is no title: zh-CN/);
    expect((await articles()).map(({ slug }) => slug)).toContain('hao-de');
  });

  it.each([
    ['nothing', []],
    ['no name', ['import', '/etc/hosts']],
    ['nobody', ['export', '--out', '/tmp/x.zip', '--as', 'stranger@desk.example']],
    ['who is no administrator', ['export', '--out', '/tmp/x.zip', '--as', 'su@desk.example']],
    ['what is not there', ['import', '/nowhere/at/all', ...as]],
    ['no file of ours', ['import', '/etc/hostname', ...as]],
    ['an unknown category', ['import', '/etc/hosts', ...as, '--category', 'x']],
  ])('says how to write it, of %s', async (_, args) => {
    expect(await run(args)).toBe(2);
    expect(said.join('\n')).not.toBe('');
  });
});
