// What plain Node knows nothing of, in CommonJS: './x.js' may mean './x.ts', and TypeScript is compiled before it is run.
const { existsSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

const resolveFilename = Module._resolveFilename;
const found = new Map();

Module._resolveFilename = function (request, parent, ...rest) {
  const source = /^\.{1,2}\/.*\.js$/.test(request) && parent?.filename && sourceOf(request, parent.filename);
  return source || resolveFilename.call(this, request, parent, ...rest);
};

/** The TypeScript file that `./x.js` stands for, if there is one. */
function sourceOf(request, from) {
  if (from.includes(`${path.sep}node_modules${path.sep}`)) return undefined;
  const file = path.resolve(path.dirname(from), request).slice(0, -'.js'.length);
  if (!found.has(file)) found.set(file, ['.ts', '.tsx'].map((ending) => file + ending).find(existsSync));
  return found.get(file);
}

/** @param {(file: string) => string} compile makes CommonJS of a TypeScript file */
exports.compileTypeScript = (compile) => {
  for (const ending of ['.ts', '.tsx'])
    Module._extensions[ending] = (module, file) => module._compile(compile(file), file);
};
