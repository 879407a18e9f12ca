import { identifyProcess, isRunning, type ProcessIdentity } from './process-identity.js';

/**
 * Sends each signal in turn, giving the process the time beside it to go, until it is gone.
 * @param steps signal and patience in milliseconds
 * @returns whether the process is gone
 */
export async function endProcess(
  identity: ProcessIdentity,
  steps: readonly (readonly [signal: NodeJS.Signals, patienceMs: number])[],
): Promise<boolean> {
  for (const [signal, patienceMs] of steps) {
    if (!isRunning(identity)) return true;
    try {
      process.kill(identity.pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EPERM') return false;
    }
    if (await waitUntil(() => !isRunning(identity), patienceMs)) return true;
  }
  return !identifyProcess(identity.pid) || !isRunning(identity);
}

/** Asks every 20 ms until the condition holds; false when it did not within the time (milliseconds). */
export async function waitUntil(condition: () => boolean | Promise<boolean>, timeoutMs: number): Promise<boolean> {
  const deadline = performance.now() + timeoutMs;
  while (!(await condition())) {
    if (performance.now() >= deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return true;
}
