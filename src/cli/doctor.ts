import 'reflect-metadata';
import { pathToFileURL } from 'node:url';
import { readEnvironment } from '../config.js';
import { clock, database, migrations } from './doctor/checks/database.js';
import { model } from './doctor/checks/model.js';
import { disk, mail, redis, search, storage } from './doctor/checks/neighbours.js';
import { node, port } from './doctor/checks/process.js';
import { settings } from './doctor/checks/settings.js';
import { events, work } from './doctor/checks/work.js';
import { findDesk } from './doctor/desk.js';
import { asJson, type Language, printed } from './doctor/print.js';
import { examine, exitCode } from './doctor/run.js';
import { readArguments, runTool, Usage, whenMain } from './tools/run-tool.js';

const USAGE = `npm run doctor -- [--lang zh|en] [--json]

Looks at everything that the desk leans on, and says what to do about what is wrong. Changes nothing.
Exit code: 0 all is well, 1 something wants a look, 2 something does not work.`;

const CHECKS = [
  node,
  settings,
  database,
  migrations,
  clock,
  redis,
  search,
  mail,
  model,
  storage,
  disk,
  port,
  events,
  work,
];

/** @returns exit code */
export function run(args: string[]): Promise<number> {
  return runTool(async () => {
    const options = { lang: { type: 'string' }, json: { type: 'boolean' } } as const;
    const { values } = readArguments(args, options, USAGE);
    if (values.help) {
      console.log(USAGE);
      return 0;
    }
    const language = languageOf(values.lang ?? process.env.LC_ALL ?? process.env.LANG ?? '');
    if (values.lang && !['zh', 'en'].includes(values.lang)) throw new Usage(USAGE);
    const { desk, close } = findDesk(readEnvironment());
    const reports = await examine(desk, CHECKS);
    await close();
    console.log(values.json ? asJson(reports) : printed(reports, language, process.stdout.isTTY === true));
    return exitCode(reports);
  });
}

function languageOf(locale: string): Language {
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

whenMain(import.meta.url === pathToFileURL(process.argv[1] ?? '').href, run);
