import { z } from 'zod';
import { CARD_KINDS, type Card } from '../../contract/index.js';
import { text, wellFormed } from '../../platform/http/index.js';
import { view } from '../../platform/openapi/index.js';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** A link that a browser may be sent to: https, or http to the reader's own machine. Never `javascript:` or `data:`. */
export const CardLink = z
  .string()
  .max(2_000)
  .overwrite(wellFormed)
  .refine((value) => {
    if (!URL.canParse(value)) return false;
    const { protocol, hostname, username } = new URL(value);
    // `https://bank.example@evil.example` shows one name and opens another.
    if (username) return false;
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
    url: CardLink.optional(),
  }) satisfies z.ZodType<Card>,
);

/** What a context provider answers. */
export const ContextAnswer = z.object({ cards: z.array(CardSchema).max(20) });
