import { BOT_SETTINGS_LIMITS } from '../../../../contract/index.js';
import { Part, type PartProps } from './part.js';
import { Switched } from './switched.js';
import { useBotSettingsTexts } from './texts.js';
import { WordList } from './word-list.js';

/** Which words say that a person is needed, and whether anger and money are reason enough. */
export function WordsPart({ draft, onChange, errorOf }: PartProps) {
  const texts = useBotSettingsTexts();
  const { words, handOverOn } = draft;
  return (
    <Part title={texts('words')} hint={texts('wordsHint')}>
      {(['person', 'anger', 'money'] as const).map((kind) => (
        <WordList
          key={kind}
          label={texts(`words.${kind}`)}
          hint={kind === 'person' ? texts('words.personHint') : undefined}
          value={words[kind]}
          maximum={BOT_SETTINGS_LIMITS.words}
          error={errorOf(`words.${kind}`)}
          onChange={(list) => onChange({ words: { ...words, [kind]: list } })}
        />
      ))}
      <fieldset className="bot-group">
        <legend>{texts('handOverOn')}</legend>
        <Switched
          label={texts('handOverAnger')}
          checked={handOverOn.anger}
          onChange={(anger) => onChange({ handOverOn: { ...handOverOn, anger } })}
        />
        <Switched
          label={texts('handOverMoney')}
          checked={handOverOn.money}
          onChange={(money) => onChange({ handOverOn: { ...handOverOn, money } })}
        />
      </fieldset>
    </Part>
  );
}
