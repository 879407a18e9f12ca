import { ServerTime } from './server-time.js';

const HOUR = 3_600_000;

/** A machine whose clock is off, and a server that takes its time to answer. */
function machine({ off, roundTrips }: { off: number; roundTrips: number[] }) {
  const state = { truth: Date.parse('2026-11-20T10:00:00.000Z'), off, uptime: 0, asked: 0 };
  const pass = (milliseconds: number) => {
    state.truth += milliseconds;
    state.uptime += milliseconds;
  };
  const time = new ServerTime({ date: () => state.truth + state.off, monotonic: () => state.uptime });
  const ask = async () => {
    const roundTrip = roundTrips[state.asked++] ?? 0;
    pass(roundTrip / 2);
    const at = new Date(state.truth).toISOString();
    pass(roundTrip / 2);
    return at;
  };
  return { time, ask, pass, state };
}

describe('the time of the server', () => {
  it.each([HOUR, -HOUR, 0])('is known by a machine that is off by %i ms', async (off) => {
    const { time, ask, pass, state } = machine({ off, roundTrips: [300] });
    expect(time.now()).toBeUndefined();
    await time.measure(ask);
    pass(5_000);
    expect(time.now()).toBe(state.truth);
    expect(state.asked).toBe(1);
  });

  it('is asked again after a slow answer, and the fastest counts', async () => {
    const { time, ask, state } = machine({ off: HOUR, roundTrips: [4_000, 900, 2_000] });
    await time.measure(ask);
    expect(state.asked).toBe(3);
    expect(time.now()).toBe(state.truth);
  });

  it('goes on as it was when nobody answers', async () => {
    const { time, ask, state } = machine({ off: HOUR, roundTrips: [10] });
    await time.measure(ask);
    await expect(time.measure(() => Promise.reject(new Error('no answer')))).rejects.toThrow();
    time.makeDo();
    expect(time.now()).toBe(state.truth);
  });

  it('is this machine’s own when nobody has ever answered', () => {
    const { time, state } = machine({ off: HOUR, roundTrips: [] });
    time.makeDo();
    expect(time.now()).toBe(state.truth + HOUR);
  });

  it('is to be asked again when the machine’s clock was set, or the machine has slept', () => {
    const { time, pass, state } = machine({ off: 0, roundTrips: [] });
    pass(1_000);
    expect(time.hasJumped()).toBe(false);
    state.off = HOUR;
    expect(time.hasJumped()).toBe(true);
    expect(time.hasJumped()).toBe(false);
    state.truth += HOUR;
    expect(time.hasJumped()).toBe(true);
  });
});
