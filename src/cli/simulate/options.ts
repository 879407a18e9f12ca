import { parseArgs } from 'node:util';
import { z } from 'zod';
import { STAFF } from '../seed/people.data.js';
import type { VisitKind } from './people/visits.js';

const KINDS: readonly VisitKind[] = ['chat', 'self-help', 'lookup'];
const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

const number = (what: string, low: number, high: number) =>
  z.coerce
    .number({ error: `write ${what}` })
    .min(low, { error: `write ${what}` })
    .max(high, { error: `write ${what}` });
const whole = (what: string, low: number, high: number) => number(what, low, high).int({ error: `write ${what}` });
const share = (what: string) => number(`a share from 0 to 1 of ${what}, e.g. 0.05`, 0, 1);
const address = (example: string) =>
  z
    .url({ protocol: /^https?$/, error: `write an address, e.g. ${example}` })
    .transform((url) => url.replace(/\/+$/, ''));

const mix = z.string().transform((text, context) => {
  const parts = text.split(',').map((part) => part.trim().split('='));
  const shares: Record<string, number> = Object.fromEntries(parts.map(([kind, weight]) => [kind, Number(weight)]));
  const wrong = Object.entries(shares).some(([kind, weight]) => !KINDS.includes(kind as VisitKind) || !(weight >= 0));
  if (!wrong && Object.values(shares).some((weight) => weight > 0)) return shares as Partial<Record<VisitKind, number>>;
  context.addIssue({
    code: 'custom',
    message: `write shares of ${KINDS.join(', ')}, e.g. chat=70,self-help=20,lookup=10`,
  });
  return z.NEVER;
});

/** Every flag: what it takes, what it is when it is not given, and what it does in both languages. */
const FLAGS = {
  url: [address('http://127.0.0.1:3000'), 'http://127.0.0.1:3000', '客服台地址', 'the desk'],
  rate: [number('visits a second, 0.1 to 200', 0.1, 200), '5', '每秒访客数', 'visits a second'],
  minutes: [number('minutes, 0.05 to 120', 0.05, 120), '2', '持续分钟数', 'how long visitors keep coming'],
  mix: [mix, 'chat=70,self-help=20,lookup=10', '访客来意的比例', 'what they come for'],
  agents: [
    whole(`how many agents, 0 to ${STAFF.length}`, 0, STAFF.length),
    '10',
    '在线客服人数',
    'agents who are online',
  ],
  password: [z.string().min(1), 'porchlight-demo', '客服的密码', 'password of the agents'],
  site: [z.string().min(1).max(64), 'demo', '站点标识', 'key of the site'],
  shop: [
    address('http://127.0.0.1:3001'),
    'http://127.0.0.1:3001',
    '签发身份的演示店铺',
    'demo shop that signs identities',
  ],
  pause: [
    whole('milliseconds, 0 to 60000', 0, 60_000),
    '400',
    '每句话之间的停顿（毫秒）',
    'pause before each line, in ms',
  ],
  patience: [
    whole('seconds, 1 to 3600', 1, 3_600),
    '90',
    '等人工的耐心（秒）',
    'how long they wait for a person, in s',
  ],
  turns: [whole('a number from 1 to 6', 1, 6), '3', '每个会话最多几轮', 'most answers per agent and case'],
  signed: [share('signed visitors'), '0.2', '已登录访客的比例', 'share of visitors who are signed in'],
  returning: [share('returning browsers'), '0.3', '回头访客的比例', 'share of browsers that come back'],
  cuts: [share('cut lines'), '0.05', '发送中断网的比例', 'share of messages cut off while being sent'],
  files: [share('messages with a file'), '0.05', '带附件的比例', 'share of messages with a file'],
  'hand-overs': [share('handed over cases'), '0.08', '转交其他小组的比例', 'share of cases handed to another team'],
  'database-url': [
    z.url({ protocol: /^postgres(ql)?$/, error: 'write postgres://…' }).optional(),
    undefined,
    '用于核对的数据库',
    'database to check the ledger against',
  ],
  'data-dir': [
    z.string().min(1),
    '.data',
    '本机数据目录（可从中找到数据库）',
    'data folder of a local desk, to find its database',
  ],
} as const satisfies Record<string, readonly [z.ZodType, string | undefined, string, string]>;

const SWITCHES = {
  'allow-remote': ['允许不在本机的地址', 'also a desk that is not on this machine'],
  help: ['显示本说明', 'this text'],
} as const;

type Flags = { [Name in keyof typeof FLAGS]: z.output<(typeof FLAGS)[Name][0]> };

export interface Options extends Omit<Flags, 'mix' | 'hand-overs' | 'database-url' | 'data-dir'> {
  mix: Partial<Record<VisitKind, number>>;
  handOvers: number;
  databaseUrl: string | undefined;
  dataDir: string;
}

/** Not an error of the program: what was asked for cannot be done, and why. */
export class WrongFlags extends Error {}

/**
 * @param args the command line after the program
 * @returns `help` when it was asked for
 * @throws WrongFlags naming all that is wrong, and the flags that there are
 */
export function readOptions(args: readonly string[]): Options | 'help' {
  const names = Object.keys(FLAGS) as (keyof typeof FLAGS)[];
  const values = parsed(args, names);
  if (values.help) return 'help';
  const read: Record<string, unknown> = {};
  const complaints: string[] = [];
  for (const name of names) {
    const result = FLAGS[name][0].safeParse(values[name] ?? FLAGS[name][1]);
    if (result.success) read[name] = result.data;
    else complaints.push(`  --${name} ${String(values[name])}: ${result.error.issues[0]?.message}`);
  }
  if (complaints.length > 0) throw new WrongFlags(complaints.join('\n'));
  const {
    'hand-overs': handOvers,
    'database-url': databaseUrl,
    'data-dir': dataDir,
    ...flags
  } = read as unknown as Flags;
  const remote = [flags.url, flags.shop].find((url) => !LOOPBACK.includes(new URL(url).hostname));
  if (remote && !values['allow-remote'])
    throw new WrongFlags(
      `  ${remote} is not on this machine: a desk that people use is no place for made-up customers.\n  If it is yours to do so, add --allow-remote.`,
    );
  return { ...flags, handOvers, databaseUrl, dataDir };
}

function parsed(args: readonly string[], names: readonly string[]): Record<string, string | boolean | undefined> {
  const options = {
    ...Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
    ...Object.fromEntries(Object.keys(SWITCHES).map((name) => [name, { type: 'boolean' as const }])),
  };
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    const known = [...names, ...Object.keys(SWITCHES)].map((name) => `--${name}`).join(' ');
    throw new WrongFlags(`  ${(error as Error).message.split('. ')[0]}\n  可用参数 the flags are: ${known}`);
  }
}

export function helpText(): string {
  const lines = Object.entries(FLAGS).map(([name, [, fallback, zh, en]]) => line(name, fallback, zh, en));
  const switches = Object.entries(SWITCHES).map(([name, [zh, en]]) => line(name, undefined, zh, en));
  return [
    '用法 usage: npm run simulate -- --url http://127.0.0.1:3000 --rate 5 --minutes 2',
    '',
    '扮演客户与客服，最后核对账本：每条已确认的消息恰好保存一次，备注从不外泄。有差异时退出码为 1。',
    'Plays customers and agents, and checks its ledger at the end: every acknowledged message is stored exactly',
    'once, no note is seen by a customer. The exit code is 1 when something differs.',
    '',
    ...lines,
    ...switches,
  ].join('\n');
}

function line(name: string, fallback: string | undefined, zh: string, en: string): string {
  return `  --${name.padEnd(14)} ${zh} · ${en}${fallback ? ` (${fallback})` : ''}`;
}
