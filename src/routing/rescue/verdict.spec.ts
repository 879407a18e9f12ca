import { type Held, type Verdict, verdict } from './verdict.js';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 20, 3) + seconds * 1_000);
const NOW = at(1_000);
/** Given 200 s ago, while the customer had waited for 100 s; to be answered within 180 s. */
const HELD: Held = {
  open: true,
  since: at(800),
  answerBy: at(980),
  awaitingSince: at(700),
  answered: false,
  answerWithinSeconds: 180,
  presence: 'online',
  presenceSince: at(0),
};

const cases: [string, Partial<Held>, Verdict][] = [
  ['nobody has answered in time', {}, { kind: 'silent', seconds: 180 }],
  ['it is not time yet', { answerBy: at(1_001) }, { kind: 'stays' }],
  ['at the very moment', { answerBy: at(1_000), since: at(820) }, { kind: 'silent', seconds: 180 }],
  ['nobody is watched', { answerBy: null }, { kind: 'stays' }],
  ['the customer has been answered', { awaitingSince: null }, { kind: 'settled' }],
  ['answered, and asked again', { awaitingSince: at(900), answered: true }, { kind: 'settled' }],
  ['the customer is waited for', { open: false }, { kind: 'settled' }],
  ['the team watches no more', { answerWithinSeconds: null }, { kind: 'settled' }],
  ['the customer began to wait later', { awaitingSince: at(900) }, { kind: 'later', answerBy: at(1_080) }],
  ['the customer began to wait later, long ago', { awaitingSince: at(810) }, { kind: 'silent', seconds: 180 }],
  ['the team has given more time since', { answerWithinSeconds: 300 }, { kind: 'later', answerBy: at(1_100) }],
  ['they have gone', { presence: 'offline', presenceSince: at(990), answerBy: null }, { kind: 'gone', seconds: 10 }],
  ['gone before they were silent', { presence: 'offline', presenceSince: at(995) }, { kind: 'gone', seconds: 5 }],
  ['they may have misclicked', { presence: 'offline', presenceSince: at(996), answerBy: null }, { kind: 'stays' }],
  [
    'gone, and it waits for its customer',
    { presence: 'offline', presenceSince: at(0), open: false, answerBy: null },
    { kind: 'stays' },
  ],
  [
    'gone, and nobody waits',
    { presence: 'offline', presenceSince: at(0), awaitingSince: null, answerBy: null },
    { kind: 'stays' },
  ],
  ['busy people are there', { presence: 'busy', answerBy: null }, { kind: 'stays' }],
  ['who has never said is not judged', { presence: null, presenceSince: null, answerBy: null }, { kind: 'stays' }],
];

it.each(cases)('%s', (_, held, expected) => {
  expect(verdict({ ...HELD, ...held }, NOW)).toEqual(expected);
});
