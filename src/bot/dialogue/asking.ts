import type { CategoryKey, HandOverReason, Timestamp } from '../../contract/index.js';

/** The question that is open: to what the customer's next message is the answer, if it fits. */
export type Asking =
  /** Which category, or within a category which sub-category, it is; `question` is what was said before, empty: nothing yet. */
  | { kind: 'category'; options: CategoryKey[]; question: string }
  | { kind: 'sub_category'; category: CategoryKey; options: string[]; question: string }
  | AskedForField
  /** What a look-up needs to know, e.g. the order number. */
  | { kind: 'look_up'; lookUp: string; tries: number };

/** A field of the form, by key; asked once more when the answer does not fit, then left. */
export interface AskedForField {
  kind: 'field';
  key: string;
  tries: number;
  /** For this a person is called afterwards. */
  because: HandOverReason;
  /** When it was asked; absent: before anybody noted it. */
  at?: Timestamp;
  /** The field that was filled just before: what is still being said of it when this is asked belongs there. */
  before?: string;
}
