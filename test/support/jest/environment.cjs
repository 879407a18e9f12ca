const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

/**
 * Test files run where the server runs too: in the one realm of their process, with its own globals. In a realm of its
 * own for each file, as Jest has it, all code would be compiled and warmed up anew each time, and every look at a
 * global is slow. What a file has changed in the environment ends with it.
 */
module.exports = class Environment {
  constructor({ projectConfig }) {
    this.global = globalThis;
    this.moduleMocker = new ModuleMocker(globalThis);
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
    this.symbols = new Set(Object.getOwnPropertySymbols(globalThis));
    this.console = console;
    this.variables = { ...process.env };
    this.exit = process.exit;
  }

  async setup() {}

  async teardown() {
    this.fakeTimersModern.dispose();
    // The runner keeps there what it knows of the file, and by it all that the file has made.
    for (const key of Object.getOwnPropertySymbols(globalThis))
      if (!this.symbols.has(key)) Reflect.deleteProperty(globalThis, key);
    globalThis.console = this.console;
    for (const name of Object.keys(process.env)) if (!(name in this.variables)) delete process.env[name];
    Object.assign(process.env, this.variables);
    // Jest wraps it for each file.
    process.exit = this.exit;
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return null;
  }
};
