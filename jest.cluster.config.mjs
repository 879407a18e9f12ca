import base from './jest.config.mjs';

/** What goes over sockets once more, with clients of one conversation on different web processes. */
export default {
  ...base,
  roots: ['<rootDir>/test/socket'],
  setupFiles: [...base.setupFiles, '<rootDir>/test/support/cluster-shape.ts'],
};
