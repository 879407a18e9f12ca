import { openTruth } from './ledger/truth.js';
import { helpText, readOptions, WrongFlags } from './options.js';
import { simulate } from './run.js';
import { summaryOf } from './summary.js';

const DIFFERS = 1;
const REFUSED = 2;

/**
 * `npm run simulate`.
 * @param args the command line
 * @returns the exit code: 0 when ledger and desk agree, 1 when they do not, 2 when it could not be tried
 */
export async function runSimulation(args: readonly string[]): Promise<number> {
  const stop = { requested: false };
  const interrupt = () => {
    if (stop.requested) process.exit(DIFFERS);
    stop.requested = true;
    console.log(
      '\n正在收尾并核对账本，再按一次 Ctrl-C 放弃 · finishing and checking the ledger; Ctrl-C again gives up',
    );
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  try {
    const options = readOptions(args);
    if (options === 'help') {
      console.log(helpText());
      return 0;
    }
    const summary = await simulate(options, openTruth, console.log, stop);
    console.log(summaryOf(summary));
    return summary.differenceCount === 0 ? 0 : DIFFERS;
  } catch (error) {
    console.error(
      `\n✗ ${error instanceof WrongFlags ? `这些参数不能用 these flags cannot be used:\n${error.message}` : (error as Error).message}`,
    );
    return REFUSED;
  }
}
