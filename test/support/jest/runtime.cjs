const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { sep } = require('node:path');
const { default: JestRuntime } = require('jest-runtime');
const { compileTypeScript } = require('./typescript.cjs');

/** Of the compiled files, for the lines in stack traces. */
const sourceMaps = new Map();
let transformer;

compileTypeScript((file) => {
  const { code, sourceMapPath } = transformer.transform(file, {
    instrument: false,
    supportsDynamicImport: false,
    supportsExportNamespaceFrom: false,
    supportsStaticESM: false,
    supportsTopLevelAwait: false,
  });
  if (sourceMapPath) sourceMaps.set(file, sourceMapPath);
  return code;
});

const isOurs = (file) => /\.tsx?$/.test(file);

/**
 * Node itself loads what test files need, and each process keeps it: the server and its packages are loaded, compiled
 * and warmed up once and not once a file. So all files of a process share the state of modules, as all desks of a file
 * always did; a file that cannot share it says `@own-modules` in its first comment. `jest.mock` does not work, and
 * `jest.spyOn` ends with its file.
 */
module.exports = class Runtime extends JestRuntime {
  constructor(config, environment, resolver, scriptTransformer, cacheFS, coverageOptions, testPath, globalConfig) {
    super(config, environment, resolver, scriptTransformer, cacheFS, coverageOptions, testPath, globalConfig);
    transformer = scriptTransformer;
    this.setAside = /^\/\*\*.*@own-modules/.test(readFileSync(testPath, 'utf8')) ? takeOut(isOurs) : undefined;
    Object.defineProperty(environment.global, 'jest', {
      configurable: true,
      get: () => super.requireModuleOrMock(testPath, '@jest/globals').jest,
    });
  }

  requireModule(from, name) {
    return createRequire(from)(name ?? from);
  }

  requireInternalModule(from, name) {
    return this.requireModule(from, name);
  }

  requireModuleOrMock(from, name) {
    return this.requireModule(from, name);
  }

  getSourceMaps() {
    return sourceMaps;
  }

  teardown() {
    super.teardown();
    // The file itself, and the runner's own state.
    takeOut((file) => file === this._testPath || file.includes(`${sep}jest-circus${sep}`));
    if (!this.setAside) return;
    takeOut(isOurs);
    Object.assign(require.cache, this.setAside);
  }
};

/** Modules that will be loaded anew, by their file. */
function takeOut(wanted) {
  const out = Object.fromEntries(Object.entries(require.cache).filter(([file]) => wanted(file)));
  for (const file of Object.keys(out)) delete require.cache[file];
  return out;
}
