import 'reflect-metadata';
import { userInfo } from 'node:os';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { LOCALES, STAFF_ROLES, type StaffLinkView } from '../contract/index.js';
import { openDataSource, requireCurrentSchema } from '../database.js';
import { staffKeysOn } from '../people/index.js';
import { Database } from '../platform/db/index.js';
import { DeskError } from '../platform/errors/index.js';
import { deskAtHand } from './tools/desk-at-hand.js';
import { readArguments, runTool, Usage, whenMain } from './tools/run-tool.js';

const USAGE = `npm run staff -- invite --email ADDRESS [--role agent|supervisor|admin] [--name NAME] [--locale zh-CN|en]
npm run staff -- reset --email ADDRESS [--second-factor]

Makes a one-time link, to hand over: to join the desk, or to set a new password. It works for 72 hours and once; another one takes
its place. The first administrator comes in by "invite --role admin". With --second-factor the codes of an authenticator app are
asked for no more. All of it is safe while the desk runs, and stands in the audit log.`;

const OPTIONS = {
  email: { type: 'string' },
  role: { type: 'string' },
  name: { type: 'string' },
  locale: { type: 'string' },
  'second-factor': { type: 'boolean' },
} as const;

const Wish = z.object({
  email: z
    .string({ error: 'say whom: --email ADDRESS' })
    .regex(/^[^\s@]+@[^\s@]+$/, { error: '--email: not an address' }),
  role: z.enum(STAFF_ROLES, { error: `--role: one of ${STAFF_ROLES.join(', ')}` }).default('agent'),
  name: z.string().trim().min(1).max(60).optional(),
  locale: z.enum(LOCALES, { error: `--locale: one of ${LOCALES.join(', ')}` }).default('zh-CN'),
});

/** @returns exit code */
export function run(args: string[]): Promise<number> {
  return runTool(async () => {
    const { values, positionals } = readArguments(args, OPTIONS, USAGE);
    if (values.help) return said(USAGE);
    const [verb] = positionals;
    if ((verb !== 'invite' && verb !== 'reset') || positionals.length > 1) throw new Usage(USAGE);
    const wish = Wish.safeParse(values);
    if (!wish.success) throw new Usage(`${wish.error.issues[0]?.message}\n\n${USAGE}`);
    const actor = { kind: 'system', name: `staff (${userInfo().username})` } as const;
    return await withKeys(async ({ keys, roster }) => {
      const email = wish.data.email.toLowerCase();
      if (verb === 'invite')
        return said(...shown(email, (await keys.invite(actor, { ...wish.data, teamIds: [] })).link));
      const { items } = await roster.page({ search: email }, 100);
      const person = items.find((one) => one.email === email);
      if (!person) throw new Usage(`nobody here has the address ${email}: invite them`);
      if (values['second-factor']) await keys.resetSecondFactor(actor, person.id);
      return said(...shown(email, await keys.issueLink(actor, person.id)));
    });
  });
}

async function withKeys(work: (keys: ReturnType<typeof staffKeysOn>) => Promise<number>): Promise<number> {
  const desk = await deskAtHand();
  try {
    await requireCurrentSchema(desk.config);
    const dataSource = openDataSource({ database: { ...desk.config.database, poolSize: 2 } }, 'porchlight-staff');
    const database = new Database(await dataSource.initialize());
    return await work(staffKeysOn(database, desk.config)).finally(() => dataSource.destroy());
  } catch (error) {
    // What the desk refuses, it refuses with the way out.
    if (error instanceof DeskError) throw new Usage(`✗ ${error.message}`);
    throw error;
  } finally {
    await desk.close();
  }
}

const PURPOSES = { setup: '', invitation: '邀请链接 invitation', password_reset: '重置密码链接 new password' };

const shown = (email: string, { purpose, url, expiresAt }: StaffLinkView): string[] => [
  `✓ ${PURPOSES[purpose]} · ${email}`,
  `  ${url}`,
  `  只能用一次，有效期至 · works once, until ${expiresAt}`,
];

function said(...lines: string[]): 0 {
  console.log(lines.join('\n'));
  return 0;
}

whenMain(import.meta.url === pathToFileURL(process.argv[1] ?? '').href, run);
