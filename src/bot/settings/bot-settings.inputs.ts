import { z } from 'zod';
import {
  BOT_SETTINGS_LIMITS,
  type BotSettings,
  type BotSettingsFault,
  botSettingsProblems,
  CATEGORIES,
  REPLAY_TURNS,
  SHOP_TIERS,
} from '../../contract/index.js';
import { bothLanguages, dto, text, version } from '../../platform/http/index.js';

const { greeting, greetings, page, shop, shops, subCategories, word, words } = BOT_SETTINGS_LIMITS;
const share = z.number().min(0).max(1);
const wordList = z.array(text(word)).max(words);

const MESSAGES: Record<BotSettingsFault, string> = {
  out_of_range: 'is out of range',
  related_above_sure: 'must not be above the threshold of sure answers',
  required: 'is missing',
  too_long: 'is too long',
  too_many: 'are too many',
  too_short: 'is too short: it would be found in every other sentence',
  duplicate: 'stands here twice',
  bad_page: 'write a path of the host site, e.g. /settlements/*',
  below_conversation: 'must not be less than what one conversation may use',
  bad_currency: 'write the code of a currency, e.g. CNY',
};

/** What is wrong beyond types and lengths stands in the contract: the editor says the same before anything is sent. */
export const botSettings = z
  .strictObject({
    thresholds: z.strictObject({ sure: share, related: share, categoryMargin: share }),
    missesBeforePerson: z.int(),
    greetings: z
      .array(
        z.strictObject({ page: text(page), text: bothLanguages(greeting), category: z.enum(CATEGORIES).optional() }),
      )
      .max(greetings),
    words: z.strictObject({ person: wordList, anger: wordList, money: wordList }),
    handOverOn: z.strictObject({ anger: z.boolean(), money: z.boolean() }),
    straightToPerson: z.strictObject({
      tiers: z.array(z.enum(SHOP_TIERS)),
      categories: z.array(z.enum(CATEGORIES)),
      subCategories: z.array(text(shop)).max(subCategories),
      shops: z.array(text(shop)).max(shops),
    }),
    asksForms: z.boolean(),
    model: z.strictObject({
      answers: z.boolean(),
      assistance: z.boolean(),
      tokensPerConversation: z.int(),
      tokensPerDay: z.int(),
    }),
    costPerContact: z.strictObject({ amount: z.int(), currency: text(3) }).nullable(),
  })
  .superRefine((settings: BotSettings, context) => {
    for (const { path, fault } of botSettingsProblems(settings))
      context.addIssue({ code: 'custom', path: path.split('.'), message: MESSAGES[fault] });
  });

export class BotSettingsBody extends dto(z.strictObject({ version, settings: botSettings })) {}

export class BotReplayBody extends dto(
  z.strictObject({ settings: botSettings, turns: z.int().min(1).max(REPLAY_TURNS).default(100) }),
) {}
