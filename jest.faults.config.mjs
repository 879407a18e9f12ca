import base from './jest.config.mjs';

/** Tests that kill things: one at a time, on the built server, each with minutes to recover. */
export default {
  ...base,
  roots: ['<rootDir>/test/faults'],
  testPathIgnorePatterns: ['/node_modules/'],
  maxWorkers: 1,
  testTimeout: 120_000,
};
