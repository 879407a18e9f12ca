import { z } from 'zod';
import { type BotSettings, type BotSettingsView, CATEGORIES, SHOP_TIERS } from '../../contract/index.js';
import { LocalizedTextSchema } from '../../people/index.js';
import { view } from '../../platform/openapi/index.js';

const category = z.enum(CATEGORIES);
const words = z.array(z.string());

const settings = z.object({
  thresholds: z.object({ sure: z.number(), related: z.number(), categoryMargin: z.number() }),
  missesBeforePerson: z.int(),
  greetings: z.array(z.object({ page: z.string(), text: LocalizedTextSchema, category: category.optional() })),
  words: z.object({ person: words, anger: words, money: words }),
  handOverOn: z.object({ anger: z.boolean(), money: z.boolean() }),
  straightToPerson: z.object({
    tiers: z.array(z.enum(SHOP_TIERS)),
    categories: z.array(category),
    subCategories: z.array(z.string()),
    shops: z.array(z.string()),
  }),
  asksForms: z.boolean(),
  model: z.object({
    answers: z.boolean(),
    assistance: z.boolean(),
    tokensPerConversation: z.int(),
    tokensPerDay: z.int(),
  }),
  costPerContact: z.object({ amount: z.int(), currency: z.string() }).nullable(),
}) satisfies z.ZodType<BotSettings>;

export const BotSettingsSchema = view(
  'BotSettings',
  z.object({ settings, version: z.int(), model: z.string().optional() }) satisfies z.ZodType<BotSettingsView>,
);
