import type { BotSettings } from './bot-settings.js';
import { LOCALES } from './enums.js';

/** Of what an administrator decides about the bot; lengths in characters. */
export const BOT_SETTINGS_LIMITS = {
  /** Answers that did not help: nobody is kept from a person by more. */
  misses: 5,
  greetings: 30,
  greeting: 300,
  page: 120,
  /** Of each list. */
  words: 200,
  word: 40,
  /** A single character stands in every other sentence. */
  wordMinimum: 2,
  subCategories: 200,
  shops: 500,
  shop: 200,
  tokensMinimum: 1_000,
  tokensPerConversation: 1_000_000,
  tokensPerDay: 1_000_000_000,
  /** In the smallest unit. */
  cost: 100_000_000,
} as const;

export type BotSettingsFault =
  | 'out_of_range'
  | 'related_above_sure'
  | 'required'
  | 'too_long'
  | 'too_many'
  | 'too_short'
  | 'duplicate'
  | 'bad_page'
  | 'below_conversation'
  | 'bad_currency';

export interface BotSettingsProblem {
  /** Dotted, as in `greetings.0.page`. */
  path: string;
  fault: BotSettingsFault;
}

/** A path of the host site; `*` stands for anything, and nothing else for anything but itself. */
const PAGE = /^\/[\w\-.~%!$&'()+,;=:@/*]*$/;

/** Words that mean the same to whoever listens for them. */
const sameWord = (word: string): string => word.normalize('NFKC').trim().toLowerCase();

/** What is wrong with settings, said once for the editor and the server; empty: they can be kept. */
export function botSettingsProblems(settings: BotSettings): BotSettingsProblem[] {
  return [
    ...thresholdProblems(settings),
    ...greetingProblems(settings),
    ...(['person', 'anger', 'money'] as const).flatMap((kind) => wordProblems(`words.${kind}`, settings.words[kind])),
    ...straightProblems(settings),
    ...modelProblems(settings),
    ...costProblems(settings),
  ];
}

function thresholdProblems({ thresholds, missesBeforePerson }: BotSettings): BotSettingsProblem[] {
  const { sure, related } = thresholds;
  const problems: BotSettingsProblem[] = Object.entries(thresholds)
    .filter(([, value]) => !(value >= 0 && value <= 1))
    .map(([key]) => ({ path: `thresholds.${key}`, fault: 'out_of_range' }));
  if (related > sure) problems.push({ path: 'thresholds.related', fault: 'related_above_sure' });
  if (!isWithin(missesBeforePerson, 1, BOT_SETTINGS_LIMITS.misses))
    problems.push({ path: 'missesBeforePerson', fault: 'out_of_range' });
  return problems;
}

function greetingProblems({ greetings }: BotSettings): BotSettingsProblem[] {
  const problems: BotSettingsProblem[] = [];
  if (greetings.length > BOT_SETTINGS_LIMITS.greetings) problems.push({ path: 'greetings', fault: 'too_many' });
  greetings.forEach(({ page, text }, index) => {
    const path = `greetings.${index}`;
    if (page.length > BOT_SETTINGS_LIMITS.page || !PAGE.test(page))
      problems.push({ path: `${path}.page`, fault: 'bad_page' });
    else if (greetings.slice(0, index).some((earlier) => sameWord(earlier.page) === sameWord(page)))
      problems.push({ path: `${path}.page`, fault: 'duplicate' });
    for (const locale of LOCALES) {
      const words = text[locale].trim();
      if (!words) problems.push({ path: `${path}.text.${locale}`, fault: 'required' });
      if (words.length > BOT_SETTINGS_LIMITS.greeting)
        problems.push({ path: `${path}.text.${locale}`, fault: 'too_long' });
    }
  });
  return problems;
}

function wordProblems(path: string, words: readonly string[]): BotSettingsProblem[] {
  const { wordMinimum, word: longest, words: most } = BOT_SETTINGS_LIMITS;
  const faultOf = (word: string): BotSettingsFault | undefined => {
    const length = [...sameWord(word)].length;
    return length < wordMinimum ? 'too_short' : length > longest ? 'too_long' : undefined;
  };
  return listProblems(path, words, most, faultOf);
}

function straightProblems({ straightToPerson }: BotSettings): BotSettingsProblem[] {
  const { subCategories, shops, tiers, categories } = straightToPerson;
  const { shop: longest, shops: mostShops, subCategories: most } = BOT_SETTINGS_LIMITS;
  const faultOf = (text: string): BotSettingsFault | undefined =>
    text.trim() === '' ? 'required' : text.length > longest ? 'too_long' : undefined;
  return [
    ...listProblems('straightToPerson.tiers', tiers, tiers.length, () => undefined),
    ...listProblems('straightToPerson.categories', categories, categories.length, () => undefined),
    ...listProblems('straightToPerson.subCategories', subCategories, most, faultOf),
    ...listProblems('straightToPerson.shops', shops, mostShops, faultOf, (text) => text),
  ];
}

/** @param same what makes two of them one */
function listProblems(
  path: string,
  items: readonly string[],
  most: number,
  faultOf: (item: string) => BotSettingsFault | undefined,
  same = sameWord,
): BotSettingsProblem[] {
  const seen = new Set<string>();
  const problems: BotSettingsProblem[] = items.length > most ? [{ path, fault: 'too_many' }] : [];
  items.forEach((item, index) => {
    const fault = faultOf(item) ?? (seen.has(same(item)) ? 'duplicate' : undefined);
    seen.add(same(item));
    if (fault) problems.push({ path: `${path}.${index}`, fault });
  });
  return problems;
}

function modelProblems({ model }: BotSettings): BotSettingsProblem[] {
  const { tokensMinimum, tokensPerConversation, tokensPerDay } = BOT_SETTINGS_LIMITS;
  const problems: BotSettingsProblem[] = [];
  if (!isWithin(model.tokensPerConversation, tokensMinimum, tokensPerConversation))
    problems.push({ path: 'model.tokensPerConversation', fault: 'out_of_range' });
  if (!isWithin(model.tokensPerDay, tokensMinimum, tokensPerDay))
    problems.push({ path: 'model.tokensPerDay', fault: 'out_of_range' });
  else if (model.tokensPerDay < model.tokensPerConversation)
    problems.push({ path: 'model.tokensPerDay', fault: 'below_conversation' });
  return problems;
}

function costProblems({ costPerContact }: BotSettings): BotSettingsProblem[] {
  if (!costPerContact) return [];
  const problems: BotSettingsProblem[] = [];
  if (!isWithin(costPerContact.amount, 1, BOT_SETTINGS_LIMITS.cost))
    problems.push({ path: 'costPerContact.amount', fault: 'out_of_range' });
  if (!Intl.supportedValuesOf('currency').includes(costPerContact.currency))
    problems.push({ path: 'costPerContact.currency', fault: 'bad_currency' });
  return problems;
}

const isWithin = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;
