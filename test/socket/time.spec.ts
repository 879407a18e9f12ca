import { startTestApp, type TestApp } from '../support/app.js';
import { connectAgent } from '../support/clients.js';
import { buildStaff, signIn } from '../support/factories.js';

describe('the time that a console is told', () => {
  let desk: TestApp;
  beforeAll(async () => {
    desk = await startTestApp();
  });
  afterAll(() => desk.close());

  it('is the database’s', async () => {
    const agent = await connectAgent(desk, await signIn(desk, await buildStaff(desk)));
    await desk.clock.advance(3_600_000);
    const truth = async () => (await desk.database.now()).getTime();
    const before = await truth();
    const { at } = await agent.call('time.ask', {});
    expect(Date.parse(at)).toBeGreaterThanOrEqual(before);
    expect(Date.parse(at)).toBeLessThanOrEqual(await truth());
    expect(Date.parse(at) - Date.now()).toBeGreaterThan(3_500_000);
  });
});
