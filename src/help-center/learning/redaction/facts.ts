import type { Redaction } from '../../../contract/index.js';
import { type CustomerTraces, firstName } from '../../../people/index.js';
import { spell } from './spelling.js';

/** Something that tells who a case is about. */
export interface Fact {
  kind: Redaction;
  value: string;
  /** Only where it is written as a name is: it may be a word as well. */
  asName?: true;
  /** Of a name in Chinese: people are called by it, with what is polite behind it. */
  surname?: string;
}

/** What is known of those who speak in a case. */
export interface Known {
  customers: readonly CustomerTraces[];
  /** Names of colleagues who had to do with it. */
  staff: readonly string[];
  ticketNumber: string;
  /** What the customer filled in. */
  form: Readonly<Record<string, string>>;
}

/** How shops are called in full and seldom said. */
const SHOP_KIND = /(?:官方)?(?:旗舰店|专卖店|专营店|企业店|工作室|有限公司|公司|店铺|店|store|shop)$/iu;
const HAN_NAME = /^\p{Script=Han}{2,4}$/u;

/** All that must not survive in what leaves the case, in every form in which people say it. */
export function factsOf({ customers, staff, ticketNumber, form }: Known): Fact[] {
  const facts: Fact[] = [
    ...customers.flatMap(({ name, externalId, shop, contactPoints }): Fact[] => [
      ...namesOf(name, 'name'),
      ...(externalId ? [{ kind: 'number', value: externalId } as const] : []),
      ...(shop ? shopFacts(shop) : []),
      ...contactPoints.flatMap(({ kind, value }) => (kind === 'email' ? emailFacts(value) : phoneFacts(value))),
    ]),
    ...staff.flatMap((name) => namesOf(name, 'staff')),
    { kind: 'ticket', value: ticketNumber },
    ...Object.values(form)
      .filter(isNumberLike)
      .map((value): Fact => ({ kind: 'order', value })),
  ];
  return facts.filter(({ value }) => isTelling(value));
}

/** Too short to be told from other words: whoever is called by one letter is not found by it. */
export function isTelling(value: string): boolean {
  const { key } = spell(value);
  return /^\p{Number}+$/u.test(key) ? key.length >= 4 : [...key].length >= 2;
}

function namesOf(name: string, kind: 'name' | 'staff'): Fact[] {
  if (HAN_NAME.test(name)) {
    const given = firstName(name);
    const surname = name.slice(0, name.endsWith(given) ? -given.length : 1);
    return [{ kind, value: name, surname }, ...[given, name.slice(-2)].map((value) => ({ kind, value }))];
  }
  const parts = name.split(/[\s,·・]+/u).filter(Boolean);
  return [
    { kind, value: name },
    ...(parts.length > 1 ? [{ kind, value: parts.toReversed().join(' ') }] : []),
    ...parts
      .filter((part) => /^\p{Lu}[\p{Letter}'’-]{2,}$/u.test(part))
      .map((value): Fact => ({ kind, value, asName: true })),
    // 阿依古丽·买买提 is called by either.
    ...(parts.length > 1 ? parts.filter((part) => /^\p{Script=Han}{2,}$/u.test(part)) : []).map(
      (value): Fact => ({ kind, value }),
    ),
  ];
}

function shopFacts(shop: NonNullable<CustomerTraces['shop']>): Fact[] {
  const short = shop.name.replace(SHOP_KIND, '').trim();
  return [
    { kind: 'shop', value: shop.name },
    ...(spell(short).key.length >= 3 ? [{ kind: 'shop', value: short } as const] : []),
    { kind: 'number', value: shop.externalId },
    ...(shop.accountManager ? namesOf(shop.accountManager, 'staff') : []),
  ];
}

/** With the code of the country and without. */
function phoneFacts(value: string): Fact[] {
  const digits = value.replace(/\D/g, '');
  const national = value.trim().startsWith('+') ? [1, 2, 3].map((length) => digits.slice(length)) : [];
  return [digits, ...national].filter(({ length }) => length >= 7).map((value) => ({ kind: 'phone', value }));
}

/** The name before the @ is what people are called elsewhere, too. */
function emailFacts(value: string): Fact[] {
  const [local = ''] = value.split('@');
  return [value, ...(local.length >= 5 ? [local] : [])].map((value) => ({ kind: 'email', value }));
}

const isNumberLike = (value: string): boolean => /^\S{4,60}$/.test(value) && /\d{3}/.test(value);
