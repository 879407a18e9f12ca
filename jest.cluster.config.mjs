import base from './jest.config.mjs';

// Its workers inherit it.
process.env.TEST_SHAPE = 'cluster';

/** What goes over sockets once more, with clients of one conversation on different web processes. */
export default {
  ...base,
  roots: ['<rootDir>/test/socket'],
  testPathIgnorePatterns: [
    ...base.testPathIgnorePatterns,
    // They choose their shape by themselves, or need none.
    'processes.spec.ts',
    'address.spec.ts',
    // What they look at happens in the worker alone; how it reaches the screens, `bot-turns` and `bot-writing` show.
    'bot-(bad-input|console|hand-over|look-ups|replay|silence).spec.ts',
    'simulate.spec.ts',
    // Its other processes are rows; what each of these refuses, it refuses by itself.
    '(attendance|abuse|bad-input).spec.ts',
  ],
};
