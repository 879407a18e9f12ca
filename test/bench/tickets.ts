import { cpus, totalmem } from 'node:os';
import { startEngine, withClient } from './harness/engine.js';
import { describeMachine } from './harness/machine.js';
import type { Flag } from './harness/options.js';
import { PROFILE, startProduct } from './harness/product.js';
import type { Table } from './harness/result.js';
import { compareLookUps } from './lookup.js';
import type { Bench } from './main.js';
import { seedDesk } from './seed/desk.js';
import { measureBulk } from './tickets/bulk.js';
import { measureExports } from './tickets/exports.js';
import { measureLists, measureSearches } from './tickets/lists.js';
import { measureWriting } from './tickets/writing.js';

const isSmall = cpus().length < 4 || totalmem() < 12 * 1024 ** 3;
const FLAGS: Flag[] = [
  {
    name: 'tickets',
    about: 'with five timeline lines and five entries each; a million take a quarter of an hour and 8 GiB to make',
    default: isSmall ? 200_000 : 1_000_000,
    minimum: 10_000,
    maximum: 5_000_000,
  },
  { name: 'connections', about: 'that look up without a pause', default: 32, minimum: 1, maximum: 1_000 },
  { name: 'people', about: 'of the staff who ask for lists without a pause', default: 4, minimum: 1, maximum: 100 },
  { name: 'rounds', about: 'of each', default: 3, minimum: 1, maximum: 50 },
  { name: 'seconds', about: 'of each round', default: 3, minimum: 1, maximum: 60 },
  PROFILE,
];
/** The words of so many cases are left to the product to write down. */
const UNREAD = 5_000;

export const tickets: Bench = {
  about: 'a desk of a million cases: look-ups, lists, searches, exports, one answer to many',
  flags: FLAGS,
  run: async (options, say) => {
    const { tickets: count = 1_000_000 } = options;
    const engine = await startEngine();
    const closing: (() => Promise<void>)[] = [engine.stop];
    try {
      const began = performance.now();
      const desk = await withClient(engine.superuserUrl, (client) => seedDesk(client, { count, unread: UNREAD }, say));
      say(`the desk is there after ${Math.round((performance.now() - began) / 1_000)} s`);
      const product = await startProduct(engine.productUrl, { profile: options.profile === 1 });
      closing.unshift(product.stop);
      const stage = { engine, product, desk, options, say };
      const tables: Table[] = [];
      tables.push(await measureWriting(stage, UNREAD));
      tables.push(await compareLookUps({ engine, product, numbers: desk.numbers, options, say }));
      tables.push(await measureLists(stage));
      tables.push(await measureSearches(stage));
      tables.push(await measureExports(stage));
      tables.push(await measureBulk(stage));
      return { tables, machine: await describeMachine(engine.productUrl) };
    } finally {
      for (const close of closing) await close();
    }
  },
};
