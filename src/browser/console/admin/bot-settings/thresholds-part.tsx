import { InputNumber, Slider } from 'antd';
import { useId } from 'react';
import { BOT_SETTINGS_LIMITS } from '../../../../contract/index.js';
import { Labelled } from '../../shared/labelled.js';
import { Part, type PartProps } from './part.js';
import { useBotSettingsTexts } from './texts.js';

const percent = (share: number) => Math.round(share * 100);
const share = (value: number) => Math.round(value) / 100;

/** From which confidence on the bot answers, suggests, or says nothing; and when it gives up. */
export function ThresholdsPart({ draft, onChange, errorOf }: PartProps) {
  const texts = useBotSettingsTexts();
  const id = useId();
  const { thresholds } = draft;
  const { related, sure, categoryMargin } = thresholds;
  const set = (change: Partial<typeof thresholds>) => onChange({ thresholds: { ...thresholds, ...change } });
  const [from, to] = [`${percent(related)}%`, `${percent(sure)}%`];
  return (
    <Part title={texts('thresholds')} hint={texts('thresholdsHint')}>
      <Slider
        range
        className="bot-range"
        min={0}
        max={100}
        value={[percent(related), percent(sure)]}
        onChange={([low = 0, high = 0]) => set({ related: share(low), sure: share(high) })}
        ariaLabelForHandle={[texts('rangeRelated'), texts('rangeSure')]}
        tooltip={{ formatter: (value) => `${value}%` }}
      />
      <dl className="bot-zones">
        <div data-zone="hidden">
          <dt>{texts('zoneHidden')}</dt>
          <dd>{texts('zoneHiddenHint', { to: from })}</dd>
        </div>
        <div data-zone="unsure">
          <dt>{texts('zoneUnsure')}</dt>
          <dd>{texts('zoneUnsureHint', { from, to })}</dd>
        </div>
        <div data-zone="sure">
          <dt>{texts('zoneSure')}</dt>
          <dd>{texts('zoneSureHint', { from: to })}</dd>
        </div>
      </dl>
      {errorOf('thresholds') && (
        <p role="alert" className="field-error">
          {errorOf('thresholds')}
        </p>
      )}
      <div className="field-pair">
        <Labelled
          id={`${id}-margin`}
          label={texts('categoryMargin')}
          hint={texts('categoryMarginHint')}
          error={errorOf('thresholds.categoryMargin')}
        >
          <InputNumber
            id={`${id}-margin`}
            min={0}
            max={100}
            precision={0}
            suffix="%"
            value={percent(categoryMargin)}
            onChange={(value) => value !== null && set({ categoryMargin: share(value) })}
          />
        </Labelled>
        <Labelled
          id={`${id}-misses`}
          label={texts('missesBeforePerson')}
          hint={texts('missesHint')}
          error={errorOf('missesBeforePerson')}
        >
          <InputNumber
            id={`${id}-misses`}
            min={1}
            max={BOT_SETTINGS_LIMITS.misses}
            precision={0}
            suffix={texts('missesUnit')}
            value={draft.missesBeforePerson}
            onChange={(value) => value !== null && onChange({ missesBeforePerson: value })}
          />
        </Labelled>
      </div>
    </Part>
  );
}
