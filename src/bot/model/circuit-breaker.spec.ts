import { Clock } from '../../platform/clock/index.js';
import { CircuitBreaker } from './circuit-breaker.js';

class HandClock extends Clock {
  private at = 0;

  override now(): Date {
    return new Date(this.at);
  }

  advance(seconds: number): void {
    this.at += seconds * 1_000;
  }
}

describe('the circuit breaker of the language model', () => {
  const clock = new HandClock();
  let breaker: CircuitBreaker;
  const fail = (times: number) => {
    for (let time = 0; time < times; time += 1) if (breaker.admit()) breaker.failed();
  };
  beforeEach(() => {
    breaker = new CircuitBreaker(clock);
  });

  it('rests after failures in a row, lets one try, and flows when that goes well', () => {
    fail(3);
    expect(breaker.state).toBe('flowing');
    fail(1);
    expect([breaker.state, breaker.admit()]).toEqual(['resting', false]);
    clock.advance(30);
    expect(breaker.state).toBe('trying');
    expect([breaker.admit(), breaker.admit()]).toEqual([true, false]);
    breaker.wentWell();
    expect([breaker.state, breaker.admit(), breaker.admit()]).toEqual(['flowing', true, true]);
  });

  it('rests again when the one that tries fails, and lets another try when that one went away', () => {
    fail(4);
    clock.advance(30);
    expect(breaker.admit()).toBe(true);
    breaker.saidNothing();
    expect(breaker.admit()).toBe(true);
    breaker.failed();
    expect(breaker.state).toBe('resting');
  });

  it('forgets failures that are not in a row', () => {
    fail(3);
    breaker.wentWell();
    fail(3);
    expect(breaker.state).toBe('flowing');
  });

  it('leaves the other side alone for as long as it asks, five minutes at most', () => {
    breaker.failed(7);
    expect(breaker.state).toBe('resting');
    clock.advance(7);
    expect(breaker.state).toBe('trying');
    breaker.failed(86_400);
    clock.advance(299);
    expect(breaker.state).toBe('resting');
    clock.advance(1);
    expect(breaker.state).toBe('trying');
  });
});
