import { Jobs } from '../../src/platform/jobs/index.js';
import { startTestApp } from '../support/app.js';
import { buildStaff, signIn } from '../support/factories.js';

describe('sessions', () => {
  it('go when nobody can come back to them', async () => {
    const desk = await startTestApp();
    const staff = await buildStaff(desk);
    await signIn(desk, staff);
    await desk.clock.advance(20 * 86_400_000);
    await signIn(desk, staff);
    await desk.clock.advance(20 * 86_400_000);
    await desk.get(Jobs).queue('people').add('people.prune_sessions', {});
    await desk.settle();
    expect(await desk.database.query('SELECT count(*)::int AS n FROM staff_sessions')).toEqual([{ n: 1 }]);
    await desk.close();
  });
});
