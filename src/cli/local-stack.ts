import { bootstrap } from '../main.js';
import { welcome } from './local-stack/demo.js';
import type { Departure } from './local-stack/departure.js';
import { layFoundation } from './local-stack/foundation.js';
import { runUntilAskedToEnd, type Step } from './local-stack/run.js';

const CLOSE_MILLISECONDS = 8_000;

/**
 * Runs the whole desk in this process, with PostgreSQL and Meilisearch below it, until it is asked to end.
 * @param step shows what is being done
 * @returns the exit code
 */
export function run({ step }: { step: Step }): Promise<number> {
  return runUntilAskedToEnd((departure) => start(step, departure));
}

async function start(step: Step, departure: Departure): Promise<void> {
  const foundation = await layFoundation(step, departure);
  const { config } = foundation;
  const app = await step('启动服务 start the desk', () => bootstrap(config));
  // The engines below need the rest of the time to go in good order.
  departure.afterwards(() => within(CLOSE_MILLISECONDS, app.close()));
  departure.checkpoint();
  await welcome(step, departure, foundation, process.env.PUBLIC_URL ? config.publicUrl : app.url, app);
}

async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
