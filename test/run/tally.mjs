/** Sums over all runners. */
export class Tally {
  passed = 0;
  failed = 0;
  /** One line each: what was not run, and why. */
  skipped = [];

  /** @param {boolean} strict whether what is skipped has failed */
  constructor(strict) {
    this.strict = strict;
  }

  /** @param {{ passed: number, failed: number, skipped: string[] }} result of one runner */
  add({ passed, failed, skipped }) {
    this.passed += passed;
    this.failed += failed + (this.strict ? skipped.length : 0);
    this.skipped.push(...skipped);
  }

  /** @returns {string} the closing lines; the last is `N passed, N failed` */
  summary() {
    const mark = this.strict ? 'skipped, which CI=true counts as failed' : 'skipped';
    return [...this.skipped.map((line) => `${mark}: ${line}`), `${this.passed} passed, ${this.failed} failed`].join(
      '\n',
    );
  }
}

/** What Jest's --json file says. A runner that broke down without a failed test has failed once. */
export function readJest(report, exitCode) {
  if (!report) return { passed: 0, failed: 1, skipped: [] };
  const skipped = report.testResults.flatMap(({ name, assertionResults }) => {
    const count = assertionResults.filter(({ status }) => status === 'pending' || status === 'todo').length;
    return count === 0 ? [] : [`${count} in ${name.split('/').slice(-2).join('/')}`];
  });
  // A file that could not even be loaded has no tests to count.
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return { passed: report.numPassedTests, failed: failed || (exitCode === 0 ? 0 : 1), skipped };
}

/** What Playwright's json reporter says; a test that passed only at a second try is not one that passed. */
export function readPlaywright(report, exitCode) {
  if (!report) return { passed: 0, failed: 1, skipped: [] };
  const { expected, unexpected, flaky } = report.stats;
  const failed = unexpected + flaky + report.errors.length;
  return { passed: expected, failed: failed || (exitCode === 0 ? 0 : 1), skipped: skippedSpecs(report.suites) };
}

function skippedSpecs(suites = []) {
  return suites.flatMap((suite) => [
    ...(suite.specs ?? [])
      .filter(({ tests }) => tests.some(({ status }) => status === 'skipped'))
      .map(({ title, file }) => `${title} (${file})`),
    ...skippedSpecs(suite.suites),
  ]);
}
