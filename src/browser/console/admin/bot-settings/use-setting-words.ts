import type { BotSettings } from '../../../../contract/index.js';
import { useCategories } from '../../api/queries.js';
import { useLanguage } from '../../i18n/i18n.js';
import { moneyText } from '../../shared/money.js';
import { useTopicNames } from '../../shared/use-topic-names.js';
import { useBotSettingsTexts } from './texts.js';

/** A setting as a reader knows it, for where two editors disagree. */
export function useSettingWords() {
  const { locale, formats, pick } = useLanguage();
  const texts = useBotSettingsTexts();
  const nameOf = useTopicNames();
  const subCategories = (useCategories().data?.items ?? []).flatMap((category) => category.subCategories);
  const percent = (share: number) => `${Math.round(share * 100)}%`;
  const isOn = (on: boolean) => texts(on ? 'yes' : 'no');
  const pairs = (...of: [string, string][]) => of.map(([name, value]) => name + formats.colon + value).join(' · ');
  const listed = (words: string[]) => (words.length > 0 ? formats.list(words) : texts('none'));
  const words: { [Key in keyof BotSettings]: (value: BotSettings[Key]) => string } = {
    thresholds: ({ related, sure, categoryMargin }) =>
      pairs(
        [texts('zoneUnsure'), percent(related)],
        [texts('zoneSure'), percent(sure)],
        [texts('categoryMargin'), percent(categoryMargin)],
      ),
    missesBeforePerson: String,
    greetings: (greetings) => listed(greetings.map(({ page, text }) => `${page} ${pick(text)}`)),
    words: ({ person, anger, money }) =>
      pairs(
        [texts('words.person'), listed(person)],
        [texts('words.anger'), listed(anger)],
        [texts('words.money'), listed(money)],
      ),
    handOverOn: ({ anger, money }) =>
      pairs([texts('handOverAnger'), isOn(anger)], [texts('handOverMoney'), isOn(money)]),
    straightToPerson: (rules) =>
      listed([
        ...rules.tiers.map((tier) => texts(`tier.${tier}`)),
        ...rules.categories.map(nameOf),
        ...rules.subCategories.map((key) => {
          const found = subCategories.find((sub) => sub.key === key);
          return found ? pick(found.name) : key;
        }),
        ...rules.shops,
      ]),
    asksForms: isOn,
    model: ({ answers, assistance, tokensPerConversation, tokensPerDay }) =>
      pairs(
        [texts('modelAnswers'), isOn(answers)],
        [texts('modelAssistance'), isOn(assistance)],
        [texts('tokensPerConversation'), String(tokensPerConversation)],
        [texts('tokensPerDay'), String(tokensPerDay)],
      ),
    costPerContact: (cost) => (cost ? moneyText(locale, cost) : texts('notSaid')),
  };
  return <Key extends keyof BotSettings>(key: Key, settings: BotSettings): string => words[key](settings[key]);
}
