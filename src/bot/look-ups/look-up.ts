import type { Locale, LookedUp } from '../../contract/index.js';
import type { Transaction } from '../../platform/db/index.js';

/** Who asks, and where. */
export interface LookUpContext {
  conversationId: string;
  siteId: string;
  customerId: string;
  /** The host site has signed who this is. */
  identified: boolean;
  locale: Locale;
}

/** A look-up that what was said asks for. */
export interface FittingLookUp {
  key: string;
  /** What the customer must say first; absent: nothing. In the customer's language. */
  needs?: { label: string; example: string };
  /** Found in what was said, and of the form that is needed. */
  input?: string;
}

export interface LookUpAnswer {
  words: string;
  lookedUp: LookedUp;
}

export type Reader = Pick<Transaction, 'query' | 'one'>;

/** Something that this desk itself can say. Another room's news joins by being one more of these in `OWN_LOOK_UPS`. */
export interface OwnLookUp {
  readonly key: string;
  /** @param said normalised, see `plain` */
  asks(said: string): boolean;
  /** What of it the answer needs, e.g. a number; undefined: none of it. */
  inputIn?(said: string): string | undefined;
  answer(context: LookUpContext, input: string | undefined, on: Reader): Promise<LookUpAnswer>;
}

/** Longer questions are about more than a look-up can say. */
const EXAMINED = 300;

/** As words are compared: full-width and case do not matter. */
export const plain = (text: string): string => text.slice(0, EXAMINED).normalize('NFKC').toLowerCase().trim();
