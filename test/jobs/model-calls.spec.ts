import { LanguageModel, type ModelRequest } from '../../src/bot/index.js';
import type { BotSettings } from '../../src/contract/index.js';
import { newId } from '../../src/platform/clock/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type ModelBehaviour, startModelServer, type TestModelServer } from '../support/model-server.js';

const SECOND = 1_000;
const HOUR = 3_600_000;
const KEY = 'sk-test-0123456789';

describe('calls of the language model', () => {
  let desk: TestApp;
  let model: TestModelServer;
  let language: LanguageModel;

  beforeAll(async () => {
    model = await startModelServer();
    desk = await startTestApp({
      env: { MODEL_URL: model.url, MODEL_NAME: 'test-model', MODEL_KEY: KEY, MODEL_TIMEOUT_SECONDS: '1' },
    });
    language = desk.get(LanguageModel);
  });
  afterAll(async () => {
    await desk.close();
    await model.close();
  });
  beforeEach(async () => {
    model.behave = { says: '请打开设置。' };
    model.asked.length = 0;
    await desk.clock.advance(25 * HOUR);
    // A good call closes the circuit again.
    await ask();
    model.asked.length = 0;
    await desk.database.query('DELETE FROM bot_model_calls');
  });

  const ask = (over: Partial<ModelRequest> = {}) =>
    language.ask({
      purpose: 'answer',
      messages: [
        { role: 'system', content: 'Answer.' },
        { role: 'user', content: '怎么提现' },
      ],
      maxTokens: 100,
      ...over,
    });
  const logged = () =>
    desk.database.query<{ outcome: string; detail: string | null; answer: string; tokens: number }>(
      `SELECT outcome, detail, answer, prompt_tokens + completion_tokens AS tokens FROM bot_model_calls ORDER BY created_at, id`,
    );
  const settle = async (over: Partial<BotSettings['model']>) => {
    const model = { answers: true, assistance: true, tokensPerConversation: 20_000, tokensPerDay: 2_000_000, ...over };
    await desk.database.query(
      `INSERT INTO bot_settings (settings) VALUES ($1) ON CONFLICT (id) DO UPDATE SET settings = excluded.settings`,
      [JSON.stringify({ model })],
    );
  };

  it('asks as the protocol wants it, and logs what was asked, said and paid', async () => {
    const seen: string[] = [];
    model.behave = { says: '请打开设置，再点提现。', step: 3 };
    const answer = await ask({ read: (text) => seen.push(text), conversationId: newId() });
    expect(answer).toMatchObject({ ok: true, text: '请打开设置，再点提现。' });
    expect(seen.length).toBeGreaterThan(2);
    const [{ headers, body } = { headers: {}, body: undefined }] = model.asked;
    expect(headers).toMatchObject({ authorization: `Bearer ${KEY}`, 'accept-encoding': 'identity' });
    expect(body).toMatchObject({ model: 'test-model', stream: true, max_tokens: 100 });
    expect(await logged()).toEqual([{ outcome: 'ok', detail: null, answer: '请打开设置，再点提现。', tokens: 18 }]);
  });

  it('reads characters that are split between packets', async () => {
    model.behave = { says: '提现🙂到账', step: 100, bytes: 1 };
    expect(await ask()).toMatchObject({ ok: true, text: '提现🙂到账' });
  });

  it.each<[string, ModelBehaviour, string, string]>([
    ['hangs before headers', 'hang_before_headers', 'timed_out', 'too slow|silent'],
    ['hangs before the first byte', 'hang_before_first_byte', 'timed_out', 'too slow|silent'],
    ['hangs in the middle', 'hang_mid_stream', 'timed_out', 'too slow|silent'],
    ['streams garbage', 'garbage', 'failed', 'not the protocol'],
    ['speaks another protocol', 'not_the_protocol', 'failed', 'not the protocol'],
    ['closes half-way', 'half', 'failed', ''],
    ['returns a gigabyte', 'endless', 'too_large', 'bytes'],
    ['does not stream', 'not_a_stream', 'failed', 'no event stream'],
    ['unpacks to too much', 'gzip_bomb', 'failed', 'compressed'],
    ['sends us elsewhere', 'redirect', 'failed', 'http 307'],
    ['talks on and on', 'over_max_tokens', 'too_large', 'max_tokens'],
    ['will not speak of it', 'filters', 'refused', '^content_filter$'],
    [
      'does not know us',
      { status: 401, body: `{"error":{"message":"Incorrect API key ${KEY}","code":"invalid_api_key"}}` },
      'refused',
      '^http 401 invalid_api_key$',
    ],
    ['is paid out', { status: 429, headers: { 'retry-after': '20' }, body: 'no' }, 'refused', '^http 429$'],
    ['is broken', { status: 500, body: 'x'.repeat(1_000_000) }, 'failed', '^http 500$'],
  ])('one that %s is an outcome, not an error', async (_, behaviour, outcome, detail) => {
    model.behave = behaviour;
    const answer = await ask();
    expect(answer).toMatchObject({ ok: false, failure: { outcome } });
    const [row] = await logged();
    expect(row).toMatchObject({ outcome, detail: expect.stringMatching(detail) });
    expect(JSON.stringify(await desk.database.query('SELECT * FROM bot_model_calls'))).not.toContain(KEY);
    expect(model.sent()).toBeLessThan(20_000_000);
  });

  it('closes the connection when what it reads is no good, or who asked goes away', async () => {
    model.behave = 'endless';
    const { closed } = await new Promise<{ closed: Promise<void> }>((resolve) => {
      const leaving = new AbortController();
      void ask({ signal: leaving.signal, read: () => leaving.abort() });
      void (async () => {
        for (;;) {
          const [asked] = model.asked;
          if (asked) return resolve(asked);
          await new Promise((again) => setImmediate(again));
        }
      })();
    });
    await closed;
  });

  it('is left alone after failures in a row, as health says, and asked again later', async () => {
    model.behave = { status: 500 };
    for (let time = 0; time < 4; time += 1) await ask();
    expect(await ask()).toMatchObject({ ok: false, failure: { outcome: 'circuit_open' } });
    expect(model.asked).toHaveLength(4);
    const { body } = await desk.http.get('/readyz').expect(200);
    expect(body.checks.model).toBe('degraded');
    model.behave = { says: '好' };
    await desk.clock.advance(60 * SECOND);
    expect(await ask()).toMatchObject({ ok: true });
    expect((await desk.http.get('/readyz').expect(200)).body.checks.model).toBe('ok');
  });

  it.each<ModelBehaviour>(['filters', 'over_max_tokens'])(
    'is not rested by who asks for what it %s',
    async (behaviour) => {
      model.behave = behaviour;
      for (let time = 0; time < 6; time += 1) await ask();
      model.behave = { says: '好' };
      expect(await ask()).toMatchObject({ ok: true });
    },
  );

  it('is left alone for as long as it asks', async () => {
    model.behave = { status: 429, headers: { 'retry-after': '40' } };
    await ask();
    await desk.clock.advance(39 * SECOND);
    expect(await ask()).toMatchObject({ failure: { outcome: 'circuit_open' } });
    await desk.clock.advance(1 * SECOND);
    model.behave = { says: '好' };
    expect(await ask()).toMatchObject({ ok: true });
  });

  it('spends no more than the budgets, however many ask at once', async () => {
    await settle({ tokensPerDay: 1_000 });
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask({ maxTokens: 90 })));
    const [spent] = await desk.database.query<{ sum: number }>(
      'SELECT sum(prompt_tokens + completion_tokens)::int FROM bot_model_calls',
    );
    expect(spent?.sum).toBeLessThanOrEqual(1_000);
    expect(answers.filter(({ ok }) => ok).length).toBeGreaterThan(5);
    expect(answers.flatMap((one) => (one.ok ? [] : [one.failure.outcome]))).toContain('over_budget');
    await desk.clock.advance(25 * HOUR);
    expect(await ask()).toMatchObject({ ok: true });
    const conversationId = newId();
    await settle({ tokensPerConversation: 150 });
    expect(await ask({ conversationId })).toMatchObject({ ok: true });
    expect(await ask({ conversationId, maxTokens: 140 })).toMatchObject({ failure: { outcome: 'over_budget' } });
    expect(await ask({ conversationId: newId() })).toMatchObject({ ok: true });
    await settle({});
  });
});
