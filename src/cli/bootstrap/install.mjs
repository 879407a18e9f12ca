import { accessSync, constants, lstatSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { step } from './progress.mjs';
import { runNpm } from './run-command.mjs';

/**
 * Installs the packages when they are missing or others than package-lock.json names.
 * @param {string} root folder of the clone
 */
export async function installIfNeeded(root) {
  if (isInstalled(root)) return;
  const folder = join(root, 'node_modules');
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) {
    throw new Error(
      `node_modules is a link, and its packages do not match package-lock.json → npm ci in ${realpathSync(folder)}`,
    );
  }
  try {
    accessSync(root, constants.W_OK);
  } catch {
    throw new Error(
      `The folder ${root} cannot be written → clone it as the user who starts it, or: sudo chown -R "$USER" ${root}`,
    );
  }
  await step('安装依赖 install packages', () =>
    // Building needs the development packages, whatever NODE_ENV says; the embedded services are the optional ones.
    runNpm(['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root }),
  );
}

/** npm writes down what it installed, last of all; so an install that was cut short counts as none. */
export function isInstalled(root) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const present = readPackages(join(root, 'node_modules/.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    if (path === '') return true;
    return present[path] ? present[path].version === version : Boolean(optional || devOptional);
  });
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
