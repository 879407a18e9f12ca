import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitUntil } from '../embedded/process-end.js';
import { identifyProcess, isRunning, readIdentity } from '../embedded/process-identity.js';
import { Refusal } from '../embedded/refusal.js';

/** One whose npm was killed notices it within this time, and says so in the file. */
const NOTICE_MILLISECONDS = 1_500;
/** And then has this long to close. */
const CLOSE_MILLISECONDS = 16_000;

export interface FolderLock {
  /** Tells one that comes after us that waiting is worth while. */
  announceClosing(): void;
  release(): void;
}

/**
 * Keeps a second Porchlight off the same data folder; waits for one that is just closing. The file of one that was killed
 * is taken over: its process no longer runs, or the number belongs to another by now.
 */
export async function lockDataFolder(dataFolder: string): Promise<FolderLock> {
  const lock = join(dataFolder, 'porchlight.lock');
  const mine = `${lock}.${process.pid}`;
  try {
    mkdirSync(dataFolder, { recursive: true });
    writeFileSync(mine, JSON.stringify(identifyProcess(process.pid)));
  } catch (error) {
    throw new Refusal(
      `The data folder ${dataFolder} cannot be written (${(error as NodeJS.ErrnoException).code})`,
      'start as the user who started it first, or choose another folder: DATA_DIR=/path/to/folder npm start',
    );
  }
  try {
    while (!tryLink(mine, lock)) {
      await refuseRunning(lock, dataFolder);
      takeAway(lock);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  return {
    announceClosing: () => {
      writeFileSync(mine, JSON.stringify({ ...identifyProcess(process.pid), closing: true }));
      renameSync(mine, lock);
    },
    release: () => rmSync(lock, { force: true }),
  };
}

/** Linking fails when the name is taken, which makes looking and taking one act. */
function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function refuseRunning(file: string, dataFolder: string): Promise<void> {
  const holder = readIdentity(file);
  if (!holder) return;
  const isGone = () => !isRunning(holder);
  if (await waitUntil(() => isGone() || isClosing(file), NOTICE_MILLISECONDS)) {
    if (await waitUntil(isGone, CLOSE_MILLISECONDS)) return;
  }
  throw new Refusal(
    `Another Porchlight (process ${holder.pid}) is running on the data folder ${dataFolder}`,
    `stop it: kill ${holder.pid}, or give this one its own: DATA_DIR=.data2 PORT=3010 DEMO_PORT=3011 npm start`,
  );
}

function isClosing(file: string): boolean {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).closing === true;
  } catch {
    return false;
  }
}

/** Two that start at once may both have found the stale file; the one that was late puts back what it took. */
function takeAway(lock: string): void {
  const taken = `${lock}.${process.pid}.stale`;
  try {
    renameSync(lock, taken);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const holder = readIdentity(taken);
  if (holder && isRunning(holder)) tryLink(taken, lock);
  rmSync(taken, { force: true });
}
