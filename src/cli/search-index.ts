import 'reflect-metadata';
import { pathToFileURL } from 'node:url';
import { openDataSource, requireCurrentSchema } from '../database.js';
import { compareSearchIndexes, type IndexDifferences, openSearchKeeper } from '../help-center/index.js';
import { Database } from '../platform/db/index.js';
import { Refusal } from './embedded/refusal.js';
import { deskAtHand } from './tools/desk-at-hand.js';
import { readArguments, runTool, Usage, whenMain } from './tools/run-tool.js';

const USAGE = `npm run search-index -- check [--json]   compares the indexes of the search engine with the database
npm run search-index -- mend             makes them equal, with as little as it takes
npm run search-index -- rebuild          fills new indexes and lets them answer when they are whole

All of it is safe while the desk runs, and no search notices; the desk itself checks and mends every ten minutes. The built-in search
needs none of this. Exit code of check: 0 they are equal, 1 they are not.`;

/** @returns exit code */
export function run(args: string[]): Promise<number> {
  return runTool(async () => {
    const { values, positionals } = readArguments(args, { json: { type: 'boolean' } } as const, USAGE);
    const [verb = ''] = positionals;
    if (values.help) return said(USAGE);
    if (!['check', 'mend', 'rebuild'].includes(verb) || positionals.length > 1) throw new Usage(USAGE);
    const desk = await deskAtHand();
    try {
      const { search } = desk.config;
      if (!search) throw new Refusal('This desk has no search engine', 'set MEILI_URL, or start the desk');
      await requireCurrentSchema(desk.config);
      const options = { database: { ...desk.config.database, poolSize: 2 } };
      const dataSource = openDataSource(options, 'porchlight-search-index');
      const database = new Database(await dataSource.initialize());
      try {
        if (verb === 'check') return report(await compareSearchIndexes(search, database), values.json === true);
        const keeper = openSearchKeeper(search, database, { info: () => undefined });
        const rows = await (verb === 'mend' ? keeper.mend() : keeper.rebuild());
        if (rows === undefined) throw new Refusal('The desk is mending the indexes just now', 'look again in a minute');
        return said(verb === 'mend' ? `✓ ${rows} rows differed; the indexes are equal now` : `✓ ${rows} rows, anew`);
      } finally {
        await database.onApplicationShutdown();
      }
    } finally {
      await desk.close();
    }
  });
}

function report(looked: IndexDifferences[], json: boolean): number {
  if (json) said(JSON.stringify(looked, null, 2));
  let equal = true;
  for (const { index, exists, expected, missing, stale, foreign } of looked) {
    const well = exists && missing.length + stale.length + foreign.length === 0;
    equal &&= well;
    const state = `${expected} expected, ${missing.length} missing, ${stale.length} stale, ${foreign.length} foreign`;
    if (!json) said(`${well ? '✓' : '✗'} ${index}: ${exists ? state : `is not there, ${expected} expected`}`);
  }
  return equal ? 0 : 1;
}

function said(text: string): 0 {
  console.log(text);
  return 0;
}

whenMain(import.meta.url === pathToFileURL(process.argv[1] ?? '').href, run);
