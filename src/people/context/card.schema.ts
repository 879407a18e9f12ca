import { z } from 'zod';
import { CARD_KINDS, type Card } from '../../contract/index.js';
import { text } from '../../platform/http/index.js';
import { view } from '../../platform/openapi/index.js';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** A link that a browser may be sent to: https, or http to the reader's own machine. Never `javascript:` or `data:`. */
const Link = z
  .string()
  .max(2_000)
  .refine((value) => {
    if (!URL.canParse(value)) return false;
    const { protocol, hostname } = new URL(value);
    return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname));
  }, 'must be an https link');

/** A card as a host site's server or page hands it in; what else it carries is dropped. */
export const CardSchema = view(
  'Card',
  z.object({
    kind: z.enum(CARD_KINDS),
    id: text(100),
    title: text(200),
    status: text(60).optional(),
    fields: z.array(z.object({ label: text(40), value: text(200) })).max(20),
    url: Link.optional(),
  }) satisfies z.ZodType<Card>,
);

/** What a context provider answers. */
export const ContextAnswer = z.object({ cards: z.array(CardSchema).max(20) });
