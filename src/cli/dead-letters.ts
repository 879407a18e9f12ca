import 'reflect-metadata';
import { userInfo } from 'node:os';
import { pathToFileURL } from 'node:url';
import { openDataSource, requireCurrentSchema } from '../database.js';
import { Audit } from '../platform/audit/index.js';
import { Database } from '../platform/db/index.js';
import { DeskError } from '../platform/errors/index.js';
import { DeadLetters, type DeadLetterView } from '../platform/outbox/index.js';
import { deskAtHand } from './tools/desk-at-hand.js';
import { readArguments, runTool, Usage, whenMain } from './tools/run-tool.js';

const USAGE = `npm run dead-letters -- list [--json]
npm run dead-letters -- show ID
npm run dead-letters -- replay ID        tries it again, before the later events of its key; a halted key then goes on
npm run dead-letters -- drop ID --why "…"  gives it up for good; a halted key goes on with its next event

Events that could not be handled in eight tries. ID is EVENT:CONSUMER, as the list shows it. All of it is safe while the desk
runs, and stands in the audit log. Find out why it failed (the error, the log of that time), mend that, then replay.`;

const LIMIT = 500;

/** @returns exit code */
export function run(args: string[]): Promise<number> {
  return runTool(async () => {
    const options = { why: { type: 'string' }, json: { type: 'boolean' } } as const;
    const { values, positionals } = readArguments(args, options, USAGE);
    const [verb = '', id] = positionals;
    if (values.help) return said(USAGE);
    const ref = verb === 'list' ? undefined : readId(id);
    if (!['list', 'show', 'replay', 'drop'].includes(verb) || positionals.length > 2) throw new Usage(USAGE);
    if (verb === 'drop' && !values.why?.trim()) throw new Usage(`Say why: --why "…"\n\n${USAGE}`);
    return await withDeadLetters(async (letters) => {
      if (!ref) {
        const all = await letters.list(LIMIT);
        return said(values.json ? JSON.stringify(all, null, 2) : table(all));
      }
      const actor = { kind: 'system', name: `dead-letters (${userInfo().username})` } as const;
      try {
        if (verb === 'show') return said(JSON.stringify(await letters.show(ref), null, 2));
        if (verb === 'replay') await letters.replay(ref, actor);
        else await letters.drop(ref, actor, String(values.why).trim());
      } catch (error) {
        if (error instanceof DeskError && error.code === 'not_found')
          throw new Usage(`${id} is no dead letter (any more). npm run dead-letters -- list shows those there are.`);
        throw error;
      }
      return said(
        verb === 'replay' ? `✓ ${id} is tried again within a second of the desk running` : `✓ ${id} is given up`,
      );
    });
  });
}

function readId(id: string | undefined): { eventId: string; consumer: string } {
  const [, eventId, consumer] = /^(\d{1,18}):([a-z][a-z._-]{0,99})$/.exec(id ?? '') ?? [];
  if (!eventId || !consumer) throw new Usage(USAGE);
  return { eventId, consumer };
}

async function withDeadLetters(work: (letters: DeadLetters) => Promise<number>): Promise<number> {
  const desk = await deskAtHand();
  try {
    await requireCurrentSchema(desk.config);
    const dataSource = openDataSource(
      { database: { ...desk.config.database, poolSize: 2 } },
      'porchlight-dead-letters',
    );
    const database = new Database(await dataSource.initialize());
    return await work(new DeadLetters(database, new Audit(database))).finally(() => dataSource.destroy());
  } finally {
    await desk.close();
  }
}

function table(letters: DeadLetterView[]): string {
  if (letters.length === 0) return 'No dead letters, no halted keys · 没有死信，也没有停住的键';
  return letters
    .map((letter) => {
      const halt = letter.halted ? `, HALTED with ${letter.waiting} waiting behind it` : '';
      const when = letter.givenUpAt?.toISOString() ?? 'time unknown';
      return `${letter.eventId}:${letter.consumer}  ${letter.type}  ${letter.key}  ${when}${halt}\n  ${letter.error.split('\n')[0]}`;
    })
    .join('\n');
}

function said(text: string): 0 {
  console.log(text);
  return 0;
}

whenMain(import.meta.url === pathToFileURL(process.argv[1] ?? '').href, run);
