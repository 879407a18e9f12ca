import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useId } from 'react';
import { BOT_SETTINGS_LIMITS, type BotGreeting, CATEGORIES, type CategoryKey } from '../../../../contract/index.js';
import { BilingualInput } from '../../shared/bilingual-input.js';
import { Labelled } from '../../shared/labelled.js';
import { useTopicNames } from '../../shared/use-topic-names.js';
import { MoveButtons } from '../move-buttons.js';
import { Part, type PartProps } from './part.js';
import { useBotSettingsTexts } from './texts.js';

const EMPTY: BotGreeting = { page: '/', text: { 'zh-CN': '', en: '' } };

/** How those are greeted who come from certain pages of the host site. */
export function GreetingsPart({ draft, onChange, errorOf }: PartProps) {
  const texts = useBotSettingsTexts();
  const { greetings } = draft;
  const set = (place: number, changed: BotGreeting) =>
    onChange({ greetings: greetings.map((each, index) => (index === place ? changed : each)) });
  const move = (place: number, by: -1 | 1) => {
    const moved = [...greetings];
    const [taken] = moved.splice(place, 1);
    if (taken) moved.splice(place + by, 0, taken);
    onChange({ greetings: moved });
  };
  return (
    <Part title={texts('greetings')} hint={texts('greetingsHint')}>
      {greetings.length === 0 && <p className="bot-quiet">{texts('noGreetings')}</p>}
      <ol className="bot-greetings">
        {greetings.map((greeting, place) => (
          <Greeting
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place; while a path is typed it has no other name.
            key={place}
            place={place}
            isLast={place === greetings.length - 1}
            greeting={greeting}
            errorOf={(path) => errorOf(`greetings.${place}.${path}`)}
            onChange={(changed) => set(place, changed)}
            onMove={(by) => move(place, by)}
            onRemove={() => onChange({ greetings: greetings.filter((_, index) => index !== place) })}
          />
        ))}
      </ol>
      <div>
        <Button
          icon={<PlusOutlined aria-hidden />}
          disabled={greetings.length >= BOT_SETTINGS_LIMITS.greetings}
          onClick={() => onChange({ greetings: [...greetings, EMPTY] })}
        >
          {texts('addGreeting')}
        </Button>
      </div>
    </Part>
  );
}

function Greeting({
  place,
  isLast,
  greeting,
  errorOf,
  onChange,
  onMove,
  onRemove,
}: {
  place: number;
  isLast: boolean;
  greeting: BotGreeting;
  errorOf: (path: string) => string | undefined;
  onChange: (greeting: BotGreeting) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}) {
  const texts = useBotSettingsTexts();
  const nameOf = useTopicNames();
  const id = useId();
  const { category: _, ...rest } = greeting;
  return (
    <li className="bot-greeting">
      <div className="bot-greeting-head">
        <strong>{texts('greeting', { n: place + 1 })}</strong>
        <MoveButtons name={greeting.page} isFirst={place === 0} isLast={isLast} onMove={onMove} />
        <Button
          size="small"
          type="text"
          icon={<DeleteOutlined />}
          aria-label={texts('removeGreeting', { page: greeting.page })}
          onClick={onRemove}
        />
      </div>
      <div className="field-pair">
        <Labelled id={`${id}-page`} label={texts('page')} required error={errorOf('page')}>
          <Input
            id={`${id}-page`}
            className="bot-code"
            value={greeting.page}
            maxLength={BOT_SETTINGS_LIMITS.page}
            status={errorOf('page') ? 'error' : undefined}
            onChange={(event) => onChange({ ...greeting, page: event.target.value.trim() })}
          />
        </Labelled>
        <Labelled id={`${id}-category`} label={texts('category')}>
          <Select
            id={`${id}-category`}
            style={{ width: '100%' }}
            value={greeting.category ?? ''}
            options={[
              { value: '', label: texts('noCategory') },
              ...CATEGORIES.map((value) => ({ value, label: nameOf(value) })),
            ]}
            onChange={(category: CategoryKey | '') => onChange(category ? { ...rest, category } : rest)}
          />
        </Labelled>
      </div>
      <BilingualInput
        label={texts('greetingText')}
        value={greeting.text}
        rows={2}
        maxLength={BOT_SETTINGS_LIMITS.greeting}
        errorOf={(locale) => errorOf(`text.${locale}`)}
        onChange={(text) => onChange({ ...greeting, text })}
      />
    </li>
  );
}
