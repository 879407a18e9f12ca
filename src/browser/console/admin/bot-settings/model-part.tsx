import { InputNumber } from 'antd';
import { useId } from 'react';
import { BOT_SETTINGS_LIMITS } from '../../../../contract/index.js';
import { Labelled } from '../../shared/labelled.js';
import { Part, type PartProps } from './part.js';
import { Switched } from './switched.js';
import { useBotSettingsTexts } from './texts.js';

/** Whether the form is asked, and what a language model may do and use up. @param name of the one that is connected */
export function ModelPart({ draft, name, onChange, errorOf }: PartProps & { name: string | undefined }) {
  const texts = useBotSettingsTexts();
  const id = useId();
  const { model } = draft;
  const set = (change: Partial<typeof model>) => onChange({ model: { ...model, ...change } });
  return (
    <>
      <Part title={texts('asks')}>
        <Switched
          label={texts('asksForms')}
          hint={texts('asksFormsHint')}
          checked={draft.asksForms}
          onChange={(asksForms) => onChange({ asksForms })}
        />
      </Part>
      <Part title={texts('model')} hint={texts(name ? 'modelSet' : 'modelNone', { name: name ?? '' })}>
        <Switched
          label={texts('modelAnswers')}
          hint={texts('modelAnswersHint')}
          checked={model.answers}
          onChange={(answers) => set({ answers })}
        />
        <Switched
          label={texts('modelAssistance')}
          hint={texts('modelAssistanceHint')}
          checked={model.assistance}
          onChange={(assistance) => set({ assistance })}
        />
        <div className="field-pair">
          {(['tokensPerConversation', 'tokensPerDay'] as const).map((key) => (
            <Labelled key={key} id={`${id}-${key}`} label={texts(key)} error={errorOf(`model.${key}`)}>
              <InputNumber
                id={`${id}-${key}`}
                min={BOT_SETTINGS_LIMITS.tokensMinimum}
                max={BOT_SETTINGS_LIMITS[key]}
                step={1_000}
                precision={0}
                formatter={(value) => `${value ?? ''}`.replace(/\B(?=(\d{3})+$)/g, ',')}
                parser={(typed) => Number(typed?.replace(/\D/g, ''))}
                value={model[key]}
                onChange={(value) => value !== null && set({ [key]: value })}
              />
            </Labelled>
          ))}
        </div>
        <p className="field-hint">{texts('tokensHint')}</p>
      </Part>
    </>
  );
}
