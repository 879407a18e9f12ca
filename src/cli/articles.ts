import 'reflect-metadata';
import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import {
  ARTICLE_CATEGORIES,
  ARTICLE_IMPORT_MESSAGES,
  ARTICLE_VISIBILITIES,
  type ArticleImportView,
  LOCALES,
} from '../contract/index.js';
import { openDataSource, requireCurrentSchema } from '../database.js';
import { articleTransferOn, DEFAULT_OPTIONS } from '../help-center/index.js';
import { Database } from '../platform/db/index.js';
import { readInput } from './articles/folder.js';
import { deskAtHand } from './tools/desk-at-hand.js';
import { readArguments, runTool, Usage, whenMain } from './tools/run-tool.js';

const USAGE = `npm run articles -- export --out FILE.zip --as ADDRESS [--drafts] [--category KEY] [--locale zh-CN|en]
npm run articles -- import FILE|FOLDER --as ADDRESS [--apply] [--publish] [--keep] [--category KEY] [--locale zh-CN|en]
                           [--visibility public|customers|staff] [--no-sections] [--report FILE.csv]

Takes the articles of the help centre out as Markdown, and brings articles in: a folder of Markdown or a ZIP of one, the JSON of
Zendesk Guide (alone or in a ZIP with its pictures), or a CSV. ADDRESS is the mail address of the administrator who does it.
An import only says what it would do, until --apply. All of it becomes drafts, unless --publish. Articles that are there already are
brought up to date, or left alone with --keep. Categories: ${ARTICLE_CATEGORIES.join(', ')}.`;

const OPTIONS = {
  out: { type: 'string' },
  as: { type: 'string' },
  drafts: { type: 'boolean' },
  category: { type: 'string' },
  locale: { type: 'string' },
  visibility: { type: 'string' },
  apply: { type: 'boolean' },
  publish: { type: 'boolean' },
  keep: { type: 'boolean' },
  'no-sections': { type: 'boolean' },
  report: { type: 'string' },
} as const;

const Wish = z.object({
  as: z.string({ error: 'say who does it: --as ADDRESS' }),
  category: z.enum(ARTICLE_CATEGORIES, { error: `--category: one of ${ARTICLE_CATEGORIES.join(', ')}` }).optional(),
  locale: z.enum(LOCALES, { error: `--locale: one of ${LOCALES.join(', ')}` }).optional(),
  visibility: z
    .enum(ARTICLE_VISIBILITIES, { error: `--visibility: one of ${ARTICLE_VISIBILITIES.join(', ')}` })
    .optional(),
});

type Wish = z.infer<typeof Wish>;
type Values = Partial<Record<keyof typeof OPTIONS, string | boolean>>;
type Transfer = ReturnType<typeof articleTransferOn>;
type Administrator = { staffId: string; name: string };

/** @returns exit code: 1 when an article was refused */
export function run(args: string[]): Promise<number> {
  return runTool(async () => {
    const { values, positionals } = readArguments(args, OPTIONS, USAGE);
    if (values.help) return said(USAGE);
    const [verb, path] = positionals;
    const isExport = verb === 'export' && positionals.length === 1 && typeof values.out === 'string';
    const isImport = verb === 'import' && positionals.length === 2;
    if (!isExport && !isImport) throw new Usage(USAGE);
    const wish = Wish.safeParse(values);
    if (!wish.success) throw new Usage(`${wish.error.issues[0]?.message}\n\n${USAGE}`);
    const content = isImport ? readInput(asMeant(String(path))) : undefined;
    return await withDesk(wish.data.as, (transfer, by) =>
      content ? bring(transfer, by, content, String(path), wish.data, values) : take(transfer, by, wish.data, values),
    );
  });
}

async function take({ exports }: Transfer, by: Administrator, wish: Wish, values: Values): Promise<number> {
  const out = asMeant(String(values.out));
  const { category, locale } = wish;
  const pieces = await exports.take(by, { state: values.drafts ? 'drafts' : 'published', category, locale });
  await pipeline(Readable.from(pieces, { objectMode: false }), createWriteStream(out, { mode: 0o600 }));
  return said(`✓ ${out}`);
}

async function bring(
  { imports, work }: Transfer,
  by: Administrator,
  content: Buffer,
  path: string,
  { category, locale, visibility }: Wish,
  values: Values,
): Promise<number> {
  const options = {
    ...DEFAULT_OPTIONS,
    ...(locale && { locale }),
    ...(category && { category }),
    ...(visibility && { visibility }),
    createSections: !values['no-sections'],
    existing: values.keep ? ('skip' as const) : ('update' as const),
    publish: values.publish === true,
  };
  const { id } = await imports.begin(by, basename(path), content, options);
  await work.work(id);
  if (values.apply && (await imports.show(id)).status === 'checked') {
    await imports.apply(by, id);
    await work.work(id);
  }
  const found = await imports.show(id);
  const report = values.report === undefined ? undefined : asMeant(String(values.report));
  await tell(imports, found, report);
  const { counts, status, problem } = found;
  if (problem) throw new Usage(`✗ ${ARTICLE_IMPORT_MESSAGES[problem.code].en} ${problem.detail ?? ''}`.trimEnd());
  if (status === 'checked') {
    await imports.remove(by, id);
    console.log('Nothing was changed: this was a look. Take it over with --apply · 以上仅为预检，加 --apply 才会导入');
  }
  return counts.refused > 0 ? 1 : 0;
}

async function tell(imports: Transfer['imports'], { id, counts }: ArticleImportView, report?: string): Promise<void> {
  if (report) await writeFile(report, imports.report(id, 'zh-CN'), { mode: 0o600 });
  for await (const rows of imports.allRows(id))
    for (const { place, outcome, messages } of rows)
      if (messages.length > 0)
        console.log(
          `${outcome === 'refused' ? '✗' : '!'} ${place}\n${messages
            .map(({ code, detail }) => `    ${ARTICLE_IMPORT_MESSAGES[code].en}${detail ? `: ${detail}` : ''}`)
            .join('\n')}`,
        );
  const { total, unchanged, updates, skipped, refused } = counts;
  console.log(
    `${total} articles: ${counts.new} new, ${updates} updates, ${unchanged} unchanged, ${skipped} skipped, ${refused} refused`,
  );
}

async function withDesk(
  address: string,
  work: (transfer: Transfer, by: Administrator) => Promise<number>,
): Promise<number> {
  const desk = await deskAtHand();
  try {
    await requireCurrentSchema(desk.config);
    const dataSource = openDataSource({ database: { ...desk.config.database, poolSize: 4 } }, 'porchlight-articles');
    const database = new Database(await dataSource.initialize());
    try {
      const by = await database.one<Administrator & { [column: string]: unknown }>(
        `SELECT id AS "staffId", name FROM staff WHERE lower(email) = lower($1) AND role = 'admin' AND disabled_at IS NULL`,
        [address],
      );
      if (!by) throw new Usage(`no administrator here has the address ${address}`);
      return await work(articleTransferOn(database, desk.config), by);
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await desk.close();
  }
}

/** npm changes the folder; the operator means the one he stands in. */
const asMeant = (path: string): string => resolve(process.env.INIT_CWD ?? '.', path);

function said(text: string): 0 {
  console.log(text);
  return 0;
}

whenMain(import.meta.url === pathToFileURL(process.argv[1] ?? '').href, run);
