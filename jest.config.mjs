import { readFileSync } from 'node:fs';

const { $schema: _, module: __, ...swc } = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));
const withJsx = {
  ...swc.jsc,
  parser: { ...swc.jsc.parser, tsx: true },
  transform: { ...swc.jsc.transform, react: { runtime: 'automatic' } },
};

export default {
  testEnvironment: '<rootDir>/test/support/jest/environment.cjs',
  runtime: '<rootDir>/test/support/jest/runtime.cjs',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/browser/', '<rootDir>/test/faults/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
  setupFiles: ['reflect-metadata', '<rootDir>/test/support/jest/properties.ts'],
  globalSetup: '<rootDir>/test/support/postgres.setup.ts',
  globalTeardown: '<rootDir>/test/support/postgres.teardown.ts',
  transform: {
    '\\.tsx$': ['@swc/jest', { ...swc, jsc: withJsx, module: { type: 'commonjs' } }],
    '\\.ts$': ['@swc/jest', { ...swc, module: { type: 'commonjs' } }],
  },
  maxWorkers: 2,
  // What a file leaves behind in its worker adds up: after some dozens, collecting garbage takes most of the time.
  workerIdleMemoryLimit: '1GB',
  testTimeout: 60_000,
};
