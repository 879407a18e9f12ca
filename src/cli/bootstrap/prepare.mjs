import { buildIfNeeded } from './build.mjs';
import { installIfNeeded } from './install.mjs';
import { endRunningCommands } from './run-command.mjs';

/**
 * Makes a clone ready to run: packages, then the build. Ctrl-C ends it and what it started.
 * @param {string} root folder of the clone
 */
export async function prepare(root) {
  const leave = (signal) => {
    endRunningCommands();
    process.stdout.write('\n');
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  process.on('SIGINT', leave).on('SIGTERM', leave);
  try {
    await installIfNeeded(root);
    await buildIfNeeded(root);
  } finally {
    process.off('SIGINT', leave).off('SIGTERM', leave);
  }
}
