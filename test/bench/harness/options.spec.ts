import { type Flag, readFlags, UsageError } from './options.js';

const FLAGS: Flag[] = [
  { name: 'rounds', about: '', default: 3, minimum: 1, maximum: 50 },
  { name: 'rate', about: '', minimum: 1, maximum: 1_000 },
];

describe('the flags of a bench', () => {
  it('hold their defaults until they are given', () => {
    expect(readFlags(FLAGS, [])).toEqual({ rounds: 3, rate: undefined });
    expect(readFlags(FLAGS, ['--rounds', '5', '--rate=20'])).toEqual({ rounds: 5, rate: 20 });
  });

  it.each([
    [['--round', '5'], '--round: unknown'],
    [['chat'], 'chat: unknown'],
    [['--rounds', '0'], '--rounds: write a whole number from 1 to 50'],
    [['--rounds', '51'], '--rounds: write a whole number from 1 to 50'],
    [['--rounds', 'many'], '--rounds: write a whole number from 1 to 50'],
    [['--rounds', '1e1'], '--rounds: write a whole number from 1 to 50'],
    [['--rounds'], '--rounds: write a whole number from 1 to 50'],
    [['--rounds', '2', '--rounds', '3'], '--rounds: given twice'],
  ])('refuse %j', (args, complaint) => {
    expect(() => readFlags(FLAGS, args)).toThrow(UsageError);
    expect(() => readFlags(FLAGS, args)).toThrow(complaint);
  });

  it('name everything that is wrong at once', () => {
    expect(() => readFlags(FLAGS, ['--rounds', '0', '--speed', '9'])).toThrow(/--rounds.*\n--speed: unknown/);
  });
});
