import type { HostMessage } from '../protocol.js';
import { hold } from './mailbox.js';

const step = (action: string): HostMessage => ({ type: 'trackEvent', page: '/orders', action });
const holdAll = (...messages: HostMessage[]) => messages.reduce(hold, [] as HostMessage[]);

test('keeps the last 20 steps, and everything else in order', () => {
  const steps = Array.from({ length: 25 }, (_, index) => step(`step ${index}`));
  const held = holdAll({ type: 'open', message: 'hello' }, ...steps);
  expect(held).toHaveLength(21);
  expect(held[0]).toEqual({ type: 'open', message: 'hello' });
  expect(held[1]).toEqual(step('step 5'));
  expect(held.at(-1)).toEqual(step('step 24'));
});

test('the newest identity replaces the one before', () => {
  const held = holdAll({ type: 'identify', token: 'a' }, step('x'), { type: 'identify', token: 'b' });
  expect(held).toEqual([step('x'), { type: 'identify', token: 'b' }]);
});

test('a log-out ends what was said before it, and an identity may follow it', () => {
  const held = holdAll(
    { type: 'identify', token: 'a' },
    step('x'),
    { type: 'logout' },
    { type: 'identify', token: 'b' },
  );
  expect(held).toEqual([{ type: 'logout' }, { type: 'identify', token: 'b' }]);
});
