import { z } from 'zod';
import {
  type BotLookUpTrialView,
  type BotLookUpView,
  CATEGORIES,
  FIELD_FORMATS,
  type FieldFormat,
} from '../../../contract/index.js';
import { CardSchema, LocalizedTextSchema } from '../../../people/index.js';
import { list, view } from '../../../platform/openapi/index.js';

export const BotLookUpSchema = view(
  'BotLookUp',
  z.object({
    id: z.uuid(),
    siteId: z.uuid(),
    key: z.string(),
    name: LocalizedTextSchema,
    category: z.enum(CATEGORIES),
    input: z
      .object({
        label: LocalizedTextSchema,
        format: z.enum(Object.keys(FIELD_FORMATS) as [FieldFormat, ...FieldFormat[]]),
        example: z.string(),
      })
      .optional(),
    words: z.object({ 'zh-CN': z.array(z.string()), en: z.array(z.string()) }),
    url: z.string(),
    enabled: z.boolean(),
    version: z.int(),
  }) satisfies z.ZodType<BotLookUpView>,
);
export const BotLookUpList = list(BotLookUpSchema);

export const BotLookUpTrialSchema = view(
  'BotLookUpTrial',
  z.object({
    outcome: z.enum(['found', 'not_found', 'failed']),
    card: CardSchema.optional(),
    reason: z.string().optional(),
    milliseconds: z.int(),
  }) satisfies z.ZodType<BotLookUpTrialView>,
);
