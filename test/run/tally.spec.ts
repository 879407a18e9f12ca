import { readJest, readPlaywright, Tally } from './tally.mjs';

const jestReport = (over: object) => ({
  numPassedTests: 3,
  numFailedTests: 0,
  numRuntimeErrorTestSuites: 0,
  testResults: [{ name: '/desk/test/http/a.spec.ts', assertionResults: [] }],
  ...over,
});
const playwrightReport = (stats: object, more: object = {}) => ({
  stats: { expected: 2, unexpected: 0, flaky: 0, skipped: 0, ...stats },
  errors: [],
  suites: [],
  ...more,
});

describe('the sum of a test run', () => {
  it.each([
    ['all passed', jestReport({}), 0, { passed: 3, failed: 0, skipped: [] }],
    ['some failed', jestReport({ numFailedTests: 2 }), 1, { passed: 3, failed: 2, skipped: [] }],
    [
      'a file could not be loaded',
      jestReport({ numRuntimeErrorTestSuites: 1 }),
      1,
      { passed: 3, failed: 1, skipped: [] },
    ],
    ['it broke down after the last test', jestReport({}), 1, { passed: 3, failed: 1, skipped: [] }],
    ['it broke down before any report', undefined, 0, { passed: 0, failed: 1, skipped: [] }],
  ])('jest: %s', (_, report, exitCode, expected) => {
    expect(readJest(report, exitCode)).toEqual(expected);
  });

  it('names the files of what jest skipped', () => {
    const assertionResults = [{ status: 'pending' }, { status: 'passed' }, { status: 'todo' }];
    const report = jestReport({ testResults: [{ name: '/desk/test/faults/a.spec.ts', assertionResults }] });
    expect(readJest(report, 0).skipped).toEqual(['2 in faults/a.spec.ts']);
  });

  it.each([
    ['all passed', playwrightReport({}), 0, { passed: 2, failed: 0, skipped: [] }],
    ['one passed at the second try only', playwrightReport({ flaky: 1 }), 0, { passed: 2, failed: 1, skipped: [] }],
    ['no tests found', playwrightReport({ expected: 0 }, { errors: [{}] }), 1, { passed: 0, failed: 1, skipped: [] }],
    ['it broke down before any report', undefined, 0, { passed: 0, failed: 1, skipped: [] }],
  ])('playwright: %s', (_, report, exitCode, expected) => {
    expect(readPlaywright(report, exitCode)).toEqual(expected);
  });

  it('ends in one line, after what was skipped', () => {
    const tally = new Tally(false);
    tally.add({ passed: 4, failed: 0, skipped: ['redis is missing'] });
    expect(tally.summary()).toBe('skipped: redis is missing\n4 passed, 0 failed');
  });

  it('counts what is skipped as failed in CI', () => {
    const tally = new Tally(true);
    tally.add({ passed: 4, failed: 0, skipped: ['redis is missing'] });
    expect(tally.summary()).toMatch(/\n4 passed, 1 failed$/);
  });
});
