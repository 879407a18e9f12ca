import { isLive } from './is-live.js';

it.each([
  ['直播中', true],
  ['正在直播', true],
  ['Live', true],
  [' on air ', true],
  ['未开播', false],
  ['直播已结束', false],
  ['not live', false],
  ['', false],
  [undefined, false],
])('a live room that says %p is on air: %p', (status, expected) => {
  expect(isLive([{ kind: 'live_room', status }])).toBe(expected);
});

it('no other card says it', () => {
  expect(isLive([{ kind: 'shop', status: 'live' }])).toBe(false);
  expect(isLive([])).toBe(false);
});
