import type { CategoryKey, HandOverReason } from '../../contract/index.js';

/** The question that is open: to what the customer's next message is the answer, if it fits. */
export type Asking =
  /** Which category, or within a category which sub-category, it is; `question` is what was said before, empty: nothing yet. */
  | { kind: 'category'; options: CategoryKey[]; question: string }
  | { kind: 'sub_category'; category: CategoryKey; options: string[]; question: string }
  /** A field of the form, by key; asked once more when the answer does not fit, then left. Afterwards a person is called for this reason. */
  | { kind: 'field'; key: string; tries: number; because: HandOverReason }
  /** What a look-up needs to know, e.g. the order number. */
  | { kind: 'look_up'; lookUp: string; tries: number };
