import { isAsked, nextToSend, type Outgoing, type OutgoingEvent, reduceOutgoing } from './outgoing.js';

const message = (id: string, conversationId = 'c1'): Outgoing => ({
  clientMessageId: id,
  conversationId,
  mode: 'reply',
  body: id,
  attachments: [],
  createdAt: '2026-11-20T03:00:00.000Z',
  state: 'waiting',
});
const queueAfter = (...events: OutgoingEvent[]) => events.reduce(reduceOutgoing, [] as Outgoing[]);
const written = (...messages: Outgoing[]): OutgoingEvent[] =>
  messages.map((each) => ({ type: 'written', message: each }));
const ids = (queue: Outgoing[]) => queue.map(({ clientMessageId }) => clientMessageId);
const problem = { type: '', code: 'conversation_closed', title: 'closed', status: 409, requestId: 'r' } as const;

describe('outgoing messages', () => {
  it('go one at a time within a conversation, and side by side across them', () => {
    const queue = queueAfter(...written(message('a'), message('b'), message('x', 'c2')));
    expect(ids(nextToSend(queue))).toEqual(['a', 'x']);
    expect(ids(nextToSend(reduceOutgoing(queue, { type: 'sending', id: 'a' })))).toEqual(['x']);
  });

  it('go again, first and under the same id, when no answer came', () => {
    const queue = queueAfter(
      ...written(message('a'), message('b')),
      { type: 'sending', id: 'a' },
      { type: 'no_answer', id: 'a' },
    );
    expect(ids(nextToSend(queue))).toEqual(['a']);
  });

  it('wait for the writer when refused, and let later ones pass', () => {
    const queue = queueAfter(...written(message('a'), message('b')), { type: 'refused', id: 'a', problem });
    expect(queue[0]).toMatchObject({ state: 'failed', problem });
    expect(ids(nextToSend(queue))).toEqual(['b']);
    expect(ids(nextToSend(reduceOutgoing(queue, { type: 'retried', id: 'a' })))).toEqual(['a']);
  });

  it('are asked for when something was said meanwhile, and go again with what was seen by then', () => {
    const changed = { ...problem, code: 'case_changed' } as const;
    const queue = queueAfter(...written({ ...message('a'), seenSeq: 3 }), {
      type: 'refused',
      id: 'a',
      problem: changed,
    });
    expect(queue.map(isAsked)).toEqual([true]);
    const again = reduceOutgoing(queue, { type: 'retried', id: 'a', seenSeq: 5 });
    expect(again).toEqual([{ ...message('a'), seenSeq: 5, problem: undefined }]);
    expect(reduceOutgoing(again, { type: 'retried', id: 'a' })[0]?.seenSeq).toBe(5);
  });

  it('are gone once acknowledged', () => {
    expect(queueAfter(...written(message('a')), { type: 'done', id: 'a' })).toEqual([]);
  });
});
