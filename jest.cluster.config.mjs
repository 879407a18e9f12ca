import base from './jest.config.mjs';

/** What goes over sockets once more, with clients of one conversation on different web processes. */
export default {
  ...base,
  roots: ['<rootDir>/test/socket'],
  // They choose their shape by themselves, or need none.
  testPathIgnorePatterns: [...base.testPathIgnorePatterns, 'processes.spec.ts', 'address.spec.ts'],
  setupFiles: [...base.setupFiles, '<rootDir>/test/support/cluster-shape.ts'],
};
