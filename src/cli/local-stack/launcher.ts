import {
  commandLine,
  identifyProcess,
  isRunning,
  type ProcessIdentity,
  parentOf,
} from '../embedded/process-identity.js';

const LOOK_EVERY_MILLISECONDS = 500;

/**
 * Calls back when the npm that started us is gone, or the shell between us: killed, they tell nobody, and a desk that
 * nobody can see would hold the port. A desk that was started without npm stands on its own.
 * @returns stops watching
 */
export function whenNpmEnds(callback: () => void): () => void {
  if (!process.env.npm_lifecycle_event) return () => undefined;
  const launchers = findLaunchers();
  const timer = setInterval(() => {
    if (launchers.every(isRunning)) return;
    clearInterval(timer);
    callback();
  }, LOOK_EVERY_MILLISECONDS).unref();
  return () => clearInterval(timer);
}

/** npm runs a shell that runs us; some shells give way to us at once. */
function findLaunchers(): ProcessIdentity[] {
  const isNpm = (pid: number) => /\b(npm|pnpm|yarn)\b/.test(commandLine(pid));
  const parent = process.ppid;
  const pids = isNpm(parent) ? [parent] : [parent, parentOf(parent) ?? 0];
  return pids.flatMap((pid) => identifyProcess(pid) ?? []);
}
