import { z } from 'zod';
import { CardSchema } from '../../../people/index.js';

/** What a host site answers, and nothing else. */
export const HostAnswer = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('found'), card: CardSchema }),
  z.strictObject({ outcome: z.literal('not_found') }),
]);
export type HostAnswer = z.infer<typeof HostAnswer>;

/** What is asked, as it stands in the body of the call. */
export interface HostQuestion {
  lookUp: string;
  /** The host site's own ids, from the token that it signed. */
  customer: string;
  shop: string | null;
  input: string | null;
  locale: string;
}
