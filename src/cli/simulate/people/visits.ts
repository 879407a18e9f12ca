import { setTimeout as rest } from 'node:timers/promises';
import type { CustomerEntryView, Locale } from '../../../contract/index.js';
import { Refused } from '../wire/line.js';
import { around, chance, type World } from '../world.js';
import { Customer } from './customer.js';
import { anyScript, type Script } from './texts.js';

/** How long somebody waits for the bot. */
const BOT_PATIENCE = 8_000;
const MOST_TURNS = 6;

/** A small file of a kind that the desk takes by its content. */
const PICTURE = Buffer.from('R0lGODlhAQABAIAAAP///wAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64');

const byBot = ({ author }: CustomerEntryView) => author.kind === 'bot';
const joined = ({ data }: CustomerEntryView) => data?.type === 'agent_joined';
const ended = ({ data }: CustomerEntryView) =>
  data?.type === 'ticket_status' && (data.status === 'resolved' || data.status === 'closed');
const heard = (entry: CustomerEntryView) => entry.author.kind === 'staff' || ended(entry);

/** What somebody comes for. */
export type VisitKind = 'chat' | 'self-help' | 'lookup';

/** One visit, from the door to the door. */
export async function visit(world: World, kind: VisitKind): Promise<void> {
  const known = kind === 'lookup' ? world.lookUps.any : undefined;
  if (known) {
    const answer = await world.http.ask('POST', '/api/status/lookups', { number: known.number, factor: known.code });
    world.meter.count(answer.status === 200 ? 'looked up' : 'look-up failed');
    return;
  }
  const locale: Locale = chance(0.2) ? 'en' : 'zh-CN';
  const { signed: share, returning } = world.options;
  const signed = chance(share) ? await world.sign() : undefined;
  const customer = new Customer(world, locale, !signed && chance(returning) ? world.returning.take() : undefined);
  try {
    await customer.arrive(signed);
    const script = anyScript(locale);
    await customer.start(script.category);
    // Nobody has a number yet: whoever came to look one up asks the bot.
    await (kind === 'chat' ? chat(world, customer, script) : selfHelp(world, customer, script));
  } finally {
    customer.leave(true);
  }
}

async function askBot(world: World, customer: Customer, { question }: Script): Promise<CustomerEntryView | undefined> {
  const began = performance.now();
  await customer.say(question, { cut: cut(world) });
  const answer = await customer.await(0, byBot, BOT_PATIENCE);
  if (answer) world.meter.took('bot', performance.now() - began);
  else world.meter.count('bot silent');
  await rest(around(world.options.pause));
  return answer;
}

async function selfHelp(world: World, customer: Customer, script: Script): Promise<void> {
  const answer = await askBot(world, customer, script);
  if (answer?.data?.type === 'bot_answer' && answer.data.articles.length > 0 && chance(0.7))
    await customer.rateAnswer(answer.id, true);
  world.meter.count('helped by the bot');
}

async function chat(world: World, customer: Customer, script: Script): Promise<void> {
  const answer = await askBot(world, customer, script);
  if (answer?.data?.type === 'bot_answer' && chance(0.4)) await customer.rateAnswer(answer.id, false);
  const asked = performance.now();
  await customer.askForPerson();
  const person = await customer.await(0, joined, patience(world));
  if (!person) {
    world.meter.count('waited in vain');
    return;
  }
  world.meter.took('wait', performance.now() - asked);
  customer.toldWait.end(world.meter);
  if (await talk(world, customer, script, person.seq)) await confirm(world, customer);
  if (chance(0.3)) await customer.lookUp();
  world.meter.count('chats ended');
}

/** What they wrote last may have opened the case again; then there is nothing to confirm. */
async function confirm(world: World, customer: Customer): Promise<void> {
  try {
    await customer.confirm(3 + Math.floor(Math.random() * 3));
  } catch (error) {
    if (!(error instanceof Refused && error.code === 'illegal_transition')) throw error;
    world.meter.count('confirmed too late');
  }
}

/** @returns whether the case was resolved, to the customer's content */
async function talk(world: World, customer: Customer, script: Script, since: number): Promise<boolean> {
  let seen = since;
  for (let turn = 1; turn <= MOST_TURNS; turn += 1) {
    const heardThen = await customer.await(seen, heard, patience(world));
    if (!heardThen) {
      world.meter.count('left alone');
      return false;
    }
    seen = heardThen.seq;
    if (ended(heardThen)) return chance(0.8);
    if (chance(0.3)) await customer.read(seen);
    if (chance(0.08)) await customer.leaveAndReturn();
    if (chance(0.1)) await customer.typing(true);
    await rest(around(world.options.pause));
    if (world.isEnding() || customer.has(seen, ended)) continue;
    const id = chance(world.options.files) ? await customer.upload('截图.gif', new Blob([PICTURE])) : undefined;
    await customer.say(script.customerLine(), { cut: cut(world), ...(id && { attachmentIds: [id] }) });
  }
  return false;
}

/** How long somebody waits for a person. */
const patience = ({ options }: World): number => options.patience * 1_000;

function cut({ options }: World): 'soft' | 'hard' | undefined {
  if (!chance(options.cuts)) return undefined;
  return chance(0.5) ? 'soft' : 'hard';
}
