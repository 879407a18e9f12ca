import { z } from 'zod';
import { AGENT_SCHEMAS, WIDGET_SCHEMAS } from '../../src/realtime/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { badInputs, type JsonSchema } from '../support/bad-input.js';
import { type AgentClient, connectAgent, connectWidget, type WidgetClient } from '../support/clients.js';
import { buildSite, buildStaff, buildTeam, signIn } from '../support/factories.js';
import { fingerprint } from '../support/fingerprint.js';

/** Every event of both namespaces is here by itself: the tables are those that the gateways bind. */
const NAMESPACES = [
  ['/widget', WIDGET_SCHEMAS],
  ['/agent', AGENT_SCHEMAS],
] as const;

describe.each(NAMESPACES)('bad input on %s', (namespace, schemas) => {
  let desk: TestApp;
  let client: WidgetClient | AgentClient;

  let knock: () => Promise<WidgetClient | AgentClient>;

  beforeAll(async () => {
    desk = await startTestApp();
    const site = await buildSite(desk);
    const staff = await buildStaff(desk, { teams: [await buildTeam(desk, { key: 'frontline' })] });
    knock = async () =>
      namespace === '/widget'
        ? await connectWidget(desk, { site })
        : await connectAgent(desk, await signIn(desk, staff));
  });
  // A session of its own for each, so that none is told to wait for what another has asked.
  beforeEach(async () => {
    client = await knock();
  });
  afterEach(() => client.close());
  afterAll(() => desk.close());

  const ask = (
    event: string,
    ...payload: unknown[]
  ): Promise<{ ok: boolean; error?: { code: string; requestId: string } }> =>
    client.socket.timeout(10_000).emitWithAck(event, ...payload);

  it.each(Object.entries<z.ZodType>(schemas))(
    '%s answers every fault with invalid_input and changes nothing',
    async (event, schema) => {
      const before = await fingerprint(desk.database);
      const faults = badInputs(z.toJSONSchema(schema, { io: 'input' }) as JsonSchema);
      for (const { what, payload } of faults) {
        const ack = await ask(event, payload);
        expect({ what, ok: ack.ok, code: ack.error?.code }).toEqual({ what, ok: false, code: 'invalid_input' });
      }
      expect(await fingerprint(desk.database)).toEqual(before);
    },
  );

  it('answers an event that does not exist, and one without a payload', async () => {
    expect(await ask('no.such.event', {})).toMatchObject({ ok: false, error: { code: 'not_found' } });
    expect(await ask('__proto__', {})).toMatchObject({ ok: false, error: { code: 'not_found' } });
    expect(await ask('typing')).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
  });

  it('survives an event that wants no ack', async () => {
    client.socket.emit('typing', 'nonsense');
    client.socket.emit('message.send');
    expect(await ask('typing', {})).toMatchObject({ ok: false });
  });
});
