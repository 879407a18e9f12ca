import { z } from 'zod';
import {
  CATEGORIES,
  FORM_LIMITS,
  LIMITS,
  MACRO_LIMITS,
  NATURES,
  PRIORITIES,
  REPLY_LIMITS,
  TAG_LIMITS,
  TICKET_STATUSES,
  tidyTag,
} from '../../contract/index.js';
import { bothLanguages, dto, id, text, version } from '../../platform/http/index.js';

const tags = z
  .array(text(200).transform(tidyTag).pipe(z.string().min(1).max(TAG_LIMITS.length)))
  .min(1)
  .max(MACRO_LIMITS.tags);

const settings = {
  title: bothLanguages(REPLY_LIMITS.title),
  deeds: z.strictObject({
    category: z.enum(CATEGORIES).optional(),
    subCategory: text(60).optional(),
    fields: z.record(z.string().max(60), text(FORM_LIMITS.longTextLength)).optional(),
    nature: z.enum(NATURES).optional(),
    priority: z.enum(PRIORITIES).optional(),
    addTags: tags.optional(),
    removeTags: tags.optional(),
    note: text(MACRO_LIMITS.note).optional(),
    watch: z.literal(true).optional(),
    assign: z
      .discriminatedUnion('to', [
        z.strictObject({ to: z.literal('me') }),
        z.strictObject({ to: z.literal('team'), teamId: id, staffId: id.optional() }),
      ])
      .optional(),
    status: z.enum(TICKET_STATUSES).optional(),
  }),
  reply: bothLanguages(REPLY_LIMITS.body).optional(),
  teamId: id.optional(),
};

export class NewMacroBody extends dto(z.object(settings)) {}
export class MacroBody extends dto(z.object({ version, ...settings })) {}
export class MacroVersionBody extends dto(z.object({ version })) {}
export class MacroParam extends dto(z.object({ id })) {}
export class MacroRunParam extends dto(z.object({ number: z.string().min(1).max(60) })) {}
export class MacroRunBody extends dto(
  z.object({
    /** Of this press of the button: sent twice it is done once. */
    requestId: id,
    macroId: id,
    /** As whoever uses it saw it. */
    macroVersion: version,
    /** Of the case, as they saw it. */
    version: z.int().min(0),
    /** Whom the reply goes to. */
    conversationId: id.optional(),
    /** As it shall be sent, with what stood open filled in. */
    reply: text(LIMITS.messageLength).optional(),
  }),
) {}
