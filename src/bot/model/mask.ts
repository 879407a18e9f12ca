import type { Locale, Redaction } from '../../contract/index.js';
import { type Fact, redact } from '../../help-center/index.js';
import { personalNumbers } from '../../platform/personal-data/index.js';

const LABELS: Record<Redaction, string> = {
  name: 'NAME',
  shop: 'SHOP',
  staff: 'COLLEAGUE',
  phone: 'PHONE',
  email: 'EMAIL',
  contact: 'CONTACT',
  order: 'ORDER',
  ticket: 'CASE',
  card: 'CARD',
  identity: 'IDENTITY',
  number: 'NUMBER',
  link: 'LINK',
  address: 'ADDRESS',
  amount: 'AMOUNT',
  date: 'DATE',
};
/** One that was made here; `kind` is its label. */
export const PLACEHOLDER = /⟦([A-Z]+)_(\d{1,4})⟧/gu;
const DATE = /^20\d{2} ?[-/.年] ?(?:0?[1-9]|1[0-2]) ?[-/.月] ?(?:0?[1-9]|[12]\d|3[01])(?:日|号)?(?:\D.{0,16})?$/u;
const MOST_AMOUNT_DIGITS = 9;
/** In these each sign counts: `a-b` and `ab` are two. A number, or a name, is the same with other signs in between. */
const EXACT: ReadonlySet<Redaction> = new Set(['link', 'email', 'contact', 'address', 'date', 'amount']);

/**
 * Takes out of texts what tells who they are about, before they leave the house: the same thing has the same placeholder
 * everywhere, so that what comes back can be filled in again. Amounts and dates stay: without them no question makes sense.
 */
export class Mask {
  private readonly placeholders = new Map<string, string>();
  private readonly values = new Map<string, string>();
  private readonly counts = new Map<Redaction, number>();

  constructor(
    private readonly facts: readonly Fact[],
    private readonly locale: Locale,
  ) {}

  /** As it may leave the house. What looked like a placeholder does not any more. */
  hide(text: string): string {
    const plain = text.replace(/[⟦⟧]/g, (bracket) => (bracket === '⟦' ? '[' : ']'));
    let hidden = '';
    let at = 0;
    for (const { from, to, kind } of personalNumbers(plain)) {
      hidden += this.redacted(plain.slice(at, from));
      hidden += this.placeholder(kind === 'account' ? 'number' : kind, plain.slice(from, to));
      at = to;
    }
    return hidden + this.redacted(plain.slice(at));
  }

  /** Filled in again, each with the words that stood there first. A placeholder that was never given stays as it is. */
  show(text: string): string {
    return text.replace(PLACEHOLDER, (placeholder) => this.values.get(placeholder) ?? placeholder);
  }

  private redacted(text: string): string {
    return redact(text, this.facts, this.locale)
      .map((part) =>
        part.kind && !isHarmless(part.kind, part.text) ? this.placeholder(part.kind, part.text) : part.text,
      )
      .join('');
  }

  private placeholder(kind: Redaction, value: string): string {
    const key = `${kind} ${EXACT.has(kind) ? value : bare(value)}`;
    const known = this.placeholders.get(key);
    if (known) return known;
    const count = (this.counts.get(kind) ?? 0) + 1;
    this.counts.set(kind, count);
    const made = `⟦${LABELS[kind]}_${count}⟧`;
    this.placeholders.set(key, made);
    this.values.set(made, value);
    return made;
  }
}

const bare = (value: string) =>
  value
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, '');

/** A figure so long may be a number of somebody's with a sign before it. */
function isHarmless(kind: Redaction, text: string): boolean {
  if (kind === 'amount') return text.replace(/\D/g, '').length <= MOST_AMOUNT_DIGITS && !/\d{8}/.test(text);
  if (kind !== 'date') return false;
  return text.replace(/\D/g, '').length <= 8 || DATE.test(text.normalize('NFKC'));
}
