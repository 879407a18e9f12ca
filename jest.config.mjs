import { readFileSync } from 'node:fs';

const { $schema: _, module: __, ...swc } = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));
const withJsx = {
  ...swc.jsc,
  parser: { ...swc.jsc.parser, tsx: true },
  transform: { ...swc.jsc.transform, react: { runtime: 'automatic' } },
};

/** Packages that are ES modules only: Jest on Node 20 cannot require them, so they are compiled like our own code. */
const ESM_PACKAGES = [
  '@borewit',
  'aws4fetch',
  'get-east-asian-width',
  'get-stream',
  '@sec-ant',
  'is-stream',
  '@nestjs',
  '@standard-schema',
  '@tokenizer',
  'file-type',
  'jose',
  'load-esm',
  'markdown-it-cjk-friendly',
  'meilisearch',
  'nanoid',
  'opencc-js',
  'strtok3',
  'token-types',
  'uint8array-extras',
  'uuid',
];

export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/browser/', '<rootDir>/test/faults/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
  setupFiles: ['reflect-metadata'],
  globalSetup: '<rootDir>/test/support/postgres.setup.ts',
  globalTeardown: '<rootDir>/test/support/postgres.teardown.ts',
  transform: {
    '\\.tsx$': ['@swc/jest', { ...swc, jsc: withJsx, module: { type: 'commonjs' } }],
    '\\.m?[jt]s$': ['@swc/jest', { ...swc, module: { type: 'commonjs' } }],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${ESM_PACKAGES.join('|')})/)`],
  moduleNameMapper: {
    // Its exports name no condition that a CommonJS resolver knows.
    '^file-type$': '<rootDir>/node_modules/file-type/index.js',
    '^(\\.{1,2}/.*)\\.js$': ['$1', '$1.js'],
  },
  maxWorkers: 2,
  // What a file leaves behind in its worker adds up: after some dozens, collecting garbage takes most of the time.
  workerIdleMemoryLimit: '1GB',
  testTimeout: 60_000,
};
