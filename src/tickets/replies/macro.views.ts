import { z } from 'zod';
import {
  CATEGORIES,
  type MacroRunView,
  type MacroView,
  NATURES,
  PRIORITIES,
  TICKET_STATUSES,
} from '../../contract/index.js';
import { LocalizedTextSchema } from '../../people/index.js';
import { list, view } from '../../platform/openapi/index.js';

export const MacroSchema = view(
  'Macro',
  z.object({
    id: z.uuid(),
    title: LocalizedTextSchema,
    deeds: z.object({
      category: z.enum(CATEGORIES).optional(),
      subCategory: z.string().optional(),
      fields: z.record(z.string(), z.string()).optional(),
      nature: z.enum(NATURES).optional(),
      priority: z.enum(PRIORITIES).optional(),
      addTags: z.array(z.string()).optional(),
      removeTags: z.array(z.string()).optional(),
      note: z.string().optional(),
      watch: z.literal(true).optional(),
      assign: z
        .discriminatedUnion('to', [
          z.object({ to: z.literal('me') }),
          z.object({ to: z.literal('team'), teamId: z.uuid(), staffId: z.uuid().optional() }),
        ])
        .optional(),
      status: z.enum(TICKET_STATUSES).optional(),
    }),
    reply: LocalizedTextSchema.optional(),
    teamId: z.uuid().optional(),
    pinyin: z.string(),
    initials: z.string(),
    uses: z.int(),
    archived: z.boolean(),
    version: z.int(),
  }) satisfies z.ZodType<MacroView>,
);
export const MacroList = list(MacroSchema);

export const MacroRunSchema = view(
  'MacroRun',
  z.object({ number: z.string(), withdrawn: z.boolean() }) satisfies z.ZodType<MacroRunView>,
);
