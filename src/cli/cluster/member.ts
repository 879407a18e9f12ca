import { setTimeout as rest } from 'node:timers/promises';
import { remember } from '../embedded/leftovers.js';
import { waitUntil } from '../embedded/process-end.js';
import { Refusal } from '../embedded/refusal.js';
import type { ServiceProcess } from '../embedded/service-process.js';
import type { Departure } from '../local-stack/departure.js';

const READY_MILLISECONDS = 60_000;
const PAUSE_MILLISECONDS = 500;
const SHUTDOWN = [
  ['SIGTERM', 9_000],
  ['SIGKILL', 1_000],
] as const;

export interface MemberPlan {
  name: string;
  /** For its log and its mark. */
  folder: string;
  start(): ServiceProcess;
  isReady(): Promise<boolean>;
}

export interface Member {
  name: string;
  logFile: string;
  pid(): number | undefined;
  stop(): Promise<void>;
}

/**
 * Starts one process of the cluster and keeps it: whatever ends it, it comes back.
 * @throws Refusal when it does not become ready in the first place
 */
export async function keepMember(departure: Departure, plan: MemberPlan): Promise<Member> {
  const { name, folder } = plan;
  const logFile = logOf(plan);
  let stopped = false;
  let running = plan.start();
  let forget = remember(folder, name, running.identity);
  const stop = async () => {
    stopped = true;
    await running.end(SHUTDOWN);
    forget();
  };
  await waitUntil(
    async () => running.hasEnded() || departure.isRequested || (await plan.isReady()),
    READY_MILLISECONDS,
  );
  if (running.hasEnded() || !(await plan.isReady())) {
    await stop();
    departure.checkpoint();
    throw new Refusal(`${name} did not start`, `its log says why: ${logFile}`);
  }
  const keep = async () => {
    for (;;) {
      await running.exitCode;
      if (stopped || departure.isRequested) return;
      departure.say(`✗ ${name} ended unexpectedly (see ${logFile}); starting it again`);
      await rest(PAUSE_MILLISECONDS);
      if (stopped || departure.isRequested) return;
      running = plan.start();
      forget = remember(folder, name, running.identity);
    }
  };
  keep().catch((error) => departure.say(`✗ ${name}: ${error.message}`));
  return { name, logFile, pid: () => running.identity?.pid, stop };
}

export function logOf({ folder, name }: Pick<MemberPlan, 'folder' | 'name'>): string {
  return `${folder}/${name}.log`;
}
