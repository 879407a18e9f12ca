import 'reflect-metadata';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { restoreBackup } from './restore/restore.js';
import { deskAtHand } from './tools/desk-at-hand.js';
import { seconds } from './tools/figures.js';
import { readArguments, runTool, Usage, whenMain } from './tools/run-tool.js';

const USAGE = `npm run restore -- --from FILE [--replace]

Puts what npm run backup has written into the database, and brings it up to date. The desk must be stopped. The whole file is
checked before anything is touched, and the change is one transaction: when it fails, everything is as before.

  --replace   take the place of the desk that is in the database now; without it only an empty one is filled`;

/** @returns exit code */
export function run(args: string[]): Promise<number> {
  return runTool(async () => {
    const { values } = readArguments(args, { from: { type: 'string' }, replace: { type: 'boolean' } }, USAGE);
    if (values.help) {
      console.log(USAGE);
      return 0;
    }
    if (!values.from) throw new Usage(USAGE);
    const from = resolve(process.env.INIT_CWD ?? '.', values.from);
    const desk = await deskAtHand({ make: true });
    try {
      const begun = performance.now();
      const { header, rows, files, migrated, notes } = await restoreBackup(desk.config, {
        from,
        replace: values.replace,
      });
      console.log(
        `✓ The desk of ${header.takenAt} (version ${header.version}) is back: ${rows} rows, ${files} files, ${migrated} migrations since; ${seconds(begun)}`,
      );
      for (const note of notes) console.log(`! ${note}`);
      console.log('Start the desk; the search index is filled by itself · 请启动服务，搜索索引会自动重建');
      return 0;
    } finally {
      await desk.close();
    }
  });
}

whenMain(import.meta.url === pathToFileURL(process.argv[1] ?? '').href, run);
