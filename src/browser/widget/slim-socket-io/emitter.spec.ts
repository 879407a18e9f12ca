import { Emitter } from './emitter.js';

function setUp() {
  const heard: unknown[] = [];
  const listener = (value: unknown) => heard.push(value);
  return { emitter: new Emitter(), heard, listener };
}

test('tells listeners in order, one that asked for it only once', () => {
  const { emitter, heard, listener } = setUp();
  emitter.on('a', listener).once('a', () => listener('once'));
  emitter.emit('a', 1).emit('a', 2);
  expect(heard).toEqual([1, 'once', 2]);
});

test('forgets one listener, all of an event, or all', () => {
  const { emitter, heard, listener } = setUp();
  emitter.on('a', listener).once('a', listener).on('b', listener).on('c', listener);
  emitter.off('a', listener).removeAllListeners('b').emit('a', 1).emit('b', 1).emit('c', 2);
  expect(heard).toEqual([2]);
  emitter.off();
  expect(emitter.hasListeners('c')).toBe(false);
});

test('a listener that leaves while all are told does not keep the next from hearing', () => {
  const { emitter, heard, listener } = setUp();
  const leaving = () => emitter.off('a', leaving);
  emitter.on('a', leaving).on('a', listener).emit('a', 1);
  expect(heard).toEqual([1]);
});

test('reserved events reach listeners where a subclass sends what is emitted', () => {
  class Sending extends Emitter {
    override emit(): this {
      return this;
    }
  }
  const { heard, listener } = setUp();
  new Sending().on('connect', listener).emitReserved('connect', 1);
  expect(heard).toEqual([1]);
});
