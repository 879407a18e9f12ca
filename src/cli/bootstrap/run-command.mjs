import { spawn } from 'node:child_process';

/** Commands under way, so that leaving early leaves none of them behind. */
const running = new Set();

/**
 * Runs a program to its end without showing its output.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<string>} what it wrote, both streams together
 * @throws {Error} with the last lines of the output when it fails
 */
export function runCommand(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    let output = '';
    const collect = (chunk) => {
      output += chunk;
    };
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    child.once('error', (error) => {
      running.delete(child);
      reject(error);
    });
    child.once('close', (code, signal) => {
      running.delete(child);
      if (code === 0) return resolve(output);
      const tail = output.trim().split('\n').slice(-40).join('\n');
      reject(new Error(`${[command, ...args].join(' ')} failed (${signal ?? `exit code ${code}`})\n${tail}`));
    });
  });
}

/** npm as the very program that started us, else the one on the path. */
export function runNpm(args, options) {
  const npm = process.env.npm_execpath;
  return npm?.endsWith('.js')
    ? runCommand(process.execPath, [npm, ...args], options)
    : runCommand('npm', args, options);
}

/** Ends what is under way; for the signal handlers of the first minutes. */
export function endRunningCommands() {
  for (const child of running) child.kill('SIGTERM');
}
