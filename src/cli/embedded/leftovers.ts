import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endProcess } from './process-end.js';
import { type ProcessIdentity, readIdentity } from './process-identity.js';

const ENDING = '.pid.json';
const SHUTDOWN = [
  ['SIGTERM', 5_000],
  ['SIGKILL', 1_000],
] as const;

/** Notes a process that would outlive us if we were killed, so that the next start can end it. @returns forgets it */
export function remember(folder: string, name: string, identity: ProcessIdentity | undefined): () => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}${ENDING}`);
  if (identity) writeFileSync(file, JSON.stringify(identity), { mode: 0o600 });
  return () => rmSync(file, { force: true });
}

/** Ends what a start that was killed has left running. */
export async function endLeftovers(folder: string): Promise<void> {
  const files = listed(folder).filter((name) => name.endsWith(ENDING));
  await Promise.all(
    files.map(async (name) => {
      const identity = readIdentity(join(folder, name));
      if (identity) await endProcess(identity, SHUTDOWN);
      rmSync(join(folder, name), { force: true });
    }),
  );
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
