import { type ClockTruth, planClocks, type TicketTruth } from './clock-plan.js';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 0, minute));
const due = (minute: number, hours: number) => new Date(at(minute).getTime() + hours * 3_600_000);

const truth = (given: Partial<TicketTruth>): TicketTruth => ({
  status: 'open',
  tier: 'standard',
  priority: 'P1',
  openedAt: at(0),
  doneAt: null,
  reopenedAt: null,
  handedOverAt: null,
  firstStaffReplyAt: null,
  lastStaffReplyAt: null,
  awaitingReplySince: at(0),
  lastCustomerMessageAt: at(0),
  clocks: [],
  ...given,
});
const running = (given: Partial<ClockTruth> = {}): ClockTruth => ({
  id: 'c',
  kind: 'first_response',
  state: 'running',
  startedAt: at(0),
  targetSeconds: 4 * 3_600,
  dueAt: due(0, 4),
  answeredAt: null,
  ...given,
});
const past = running({ id: 'first', state: 'met' });
const answered = { firstStaffReplyAt: at(5), lastStaffReplyAt: at(5), awaitingReplySince: null };
const start = (kind: string, minute: number) => ({
  do: 'start',
  kind,
  startedAt: at(minute),
  targetSeconds: 4 * 3_600,
  dueAt: due(minute, 4),
});

describe('the plan of the clocks', () => {
  it.each<[string, Partial<TicketTruth>, object[]]>([
    ['a new case waits for its first response', { status: 'new' }, [start('first_response', 0)]],
    ['a clock that runs is left alone', { clocks: [running()] }, []],
    [
      'the first answer meets it',
      { ...answered, clocks: [running({ answeredAt: at(5) })] },
      [{ do: 'end', id: 'c', state: 'met', metAt: at(5) }],
    ],
    [
      'an answer after it was due is late',
      { ...answered, clocks: [running({ answeredAt: at(5), dueAt: at(4) })] },
      [{ do: 'end', id: 'c', state: 'missed', metAt: at(5) }],
    ],
    [
      'the very moment it is due is in time',
      { ...answered, clocks: [running({ answeredAt: at(5), dueAt: at(5) })] },
      [{ do: 'end', id: 'c', state: 'met', metAt: at(5) }],
    ],
    [
      'handed on after an answer, the new team owes the next word',
      { ...answered, handedOverAt: at(9), clocks: [past] },
      [start('next_response', 9)],
    ],
    ['handed on and answered since, nothing is owed', { ...answered, handedOverAt: at(4), clocks: [past] }, []],
    [
      'a question after the answer waits for the next response from its oldest message',
      { ...answered, awaitingReplySince: at(9), clocks: [past] },
      [start('next_response', 9)],
    ],
    [
      'answered and asked again before anybody looked',
      { ...answered, awaitingReplySince: at(9), clocks: [running({ answeredAt: at(5) })] },
      [{ do: 'end', id: 'c', state: 'met', metAt: at(5) }, start('next_response', 9)],
    ],
    [
      'another priority counts from the original start',
      { priority: 'P0', clocks: [running()] },
      [{ do: 'retime', id: 'c', kind: 'first_response', targetSeconds: 1_800, dueAt: due(0, 0.5) }],
    ],
    [
      'another tier too',
      { tier: 'premium', clocks: [running()] },
      [{ do: 'retime', id: 'c', kind: 'first_response', targetSeconds: 1_800, dueAt: due(0, 0.5) }],
    ],
    [
      'a resolved case waits for nothing',
      { status: 'resolved', clocks: [running()] },
      [{ do: 'end', id: 'c', state: 'cancelled', metAt: null }],
    ],
    ['and starts nothing', { status: 'closed', ...answered, awaitingReplySince: at(9), clocks: [past] }, []],
    [
      'reopened by a message, it waits from that message, not from what was resolved',
      {
        ...answered,
        awaitingReplySince: at(6),
        doneAt: at(10),
        lastCustomerMessageAt: at(20),
        reopenedAt: at(21),
        clocks: [past],
      },
      [start('next_response', 20)],
    ],
    [
      'reopened without a word, it waits from then',
      { ...answered, doneAt: at(10), reopenedAt: at(21), clocks: [past] },
      [start('next_response', 21)],
    ],
    [
      'until somebody answers',
      { ...answered, lastStaffReplyAt: at(25), doneAt: at(10), reopenedAt: at(21), clocks: [past] },
      [],
    ],
    [
      'cancelled before any answer and brought back, it waits again',
      { doneAt: at(10), lastCustomerMessageAt: at(20), reopenedAt: at(20), clocks: [running({ state: 'cancelled' })] },
      [start('next_response', 20)],
    ],
  ])('%s', (_, given, changes) => {
    expect(planClocks(truth(given))).toEqual(changes);
  });

  it('comes to rest: what was planned, once done, leaves nothing to do', () => {
    const [change] = planClocks(truth({}));
    if (change?.do !== 'start') throw new Error('no start');
    expect(planClocks(truth({ clocks: [running({ ...change, id: 'c' })] }))).toEqual([]);
  });
});
