import 'reflect-metadata';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { takeBackup } from './backup/take.js';
import { deskAtHand } from './tools/desk-at-hand.js';
import { bytes, seconds } from './tools/figures.js';
import { productVersion } from './tools/product.js';
import { readArguments, runTool, Usage, whenMain } from './tools/run-tool.js';

const USAGE = `npm run backup -- --out FILE

Writes the whole desk into FILE, as of one moment, while it goes on working: every table, and the files of customers when they
are kept in the data folder. Left out: jobs, which are no truth, and SECRET_KEY, without which look-up codes and sealed
secrets cannot be read: keep it in another place than the backup. FILE is readable by you alone.`;

/** @returns exit code */
export function run(args: string[]): Promise<number> {
  return runTool(async () => {
    const { values } = readArguments(args, { out: { type: 'string' } }, USAGE);
    if (values.help || !values.out) {
      if (values.help) return said(USAGE);
      throw new Usage(USAGE);
    }
    // npm changes the folder; the operator means the one he stands in.
    const out = resolve(process.env.INIT_CWD ?? '.', values.out);
    const desk = await deskAtHand();
    try {
      const begun = performance.now();
      const taken = await takeBackup(desk.config, { out, version: productVersion(), now: new Date() });
      const files =
        taken.files.kind === 'disk'
          ? `${taken.files.count} files (${bytes(taken.files.bytes)})`
          : `without the files, which are in the bucket ${taken.files.bucket}`;
      return said(
        `✓ ${out}: ${taken.tables.length} tables, ${taken.rows} rows, ${files}; ${bytes(taken.size)} in ${seconds(begun)}`,
        'SECRET_KEY is not in it: keep it too, and in another place · 备份不含 SECRET_KEY，请另外妥善保存',
      );
    } finally {
      await desk.close();
    }
  });
}

function said(...lines: string[]): 0 {
  console.log(lines.join('\n'));
  return 0;
}

whenMain(import.meta.url === pathToFileURL(process.argv[1] ?? '').href, run);
