import { type PastEntry, turnsOf } from './turns-of.js';

const entry = (authorKind: PastEntry['authorKind'], body: string, turnedDown = false): PastEntry => ({
  id: body,
  seq: 1,
  authorKind,
  body,
  attached: false,
  at: '2026-11-20T00:00:00Z',
  turnedDown,
});

const inShort = (entries: PastEntry[]) =>
  turnsOf(entries).map((turn) => (turn.kind === 'said' ? turn.messages.map(({ body }) => body).join('+') : turn.kind));

describe('the turns of an old conversation', () => {
  it.each<[string, PastEntry[], string[]]>([
    ['none', [], []],
    ['one', [entry('customer', 'a'), entry('bot', 'A')], ['a']],
    ['a run as one', [entry('customer', 'a'), entry('customer', 'b'), entry('bot', 'A')], ['a+b']],
    ['one that got no answer', [entry('customer', 'a'), entry('bot', 'A'), entry('customer', 'b')], ['a', 'b']],
    ['a greeting first', [entry('bot', 'hello'), entry('customer', 'a')], ['a']],
    [
      'the button',
      [entry('customer', 'a'), entry('bot', 'A', true), entry('bot', 'B'), entry('customer', 'b')],
      ['a', 'turned_down', 'b'],
    ],
    ['the same in words', [entry('customer', 'a'), entry('bot', 'A', true), entry('customer', '没用')], ['a', '没用']],
    ['the button, and then a person', [entry('customer', 'a'), entry('bot', 'A', true)], ['a', 'turned_down']],
  ])('are %s', (_, entries, expected) => expect(inShort(entries)).toEqual(expected));
});
