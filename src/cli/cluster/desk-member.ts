import { freePort } from '../embedded/free-port.js';
import { startService } from '../embedded/service-process.js';
import type { Departure } from '../local-stack/departure.js';
import { keepMember, logOf, type Member } from './member.js';

/** One process of the desk, on a port of its own that stays the same over restarts. */
export async function provideDeskMember(
  departure: Departure,
  { name, role, folder }: { name: string; role: 'web' | 'worker'; folder: string },
  variables: Readonly<Record<string, string>>,
): Promise<Member & { url: string }> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const environment = { ...variables, ROLE: role, HOST: '127.0.0.1', PORT: String(port) };
  const plan = { name, folder };
  const member = await keepMember(departure, {
    ...plan,
    start: () =>
      startService({ prefix: [] }, process.execPath, ['dist/src/main.js'], logOf(plan), environment, process.cwd()),
    isReady: () => isReady(url),
  });
  return { ...member, url };
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(1_000) })).ok;
  } catch {
    return false;
  }
}
