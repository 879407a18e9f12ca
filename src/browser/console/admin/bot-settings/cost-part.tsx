import { InputNumber, Select } from 'antd';
import { useId } from 'react';
import { useLanguage } from '../../i18n/i18n.js';
import { Labelled } from '../../shared/labelled.js';
import { minorDigits } from '../../shared/money.js';
import { Part, type PartProps } from './part.js';
import { Switched } from './switched.js';
import { useBotSettingsTexts } from './texts.js';

/** What a contact with a person costs, by the operator's own figure. */
export function CostPart({ draft, onChange, errorOf }: PartProps) {
  const texts = useBotSettingsTexts();
  const { locale } = useLanguage();
  const id = useId();
  const { costPerContact: cost } = draft;
  const names = new Intl.DisplayNames(locale, { type: 'currency' });
  const digits = minorDigits(cost?.currency ?? 'CNY');
  /** The figure stays as it is read: ¥12 becomes $12, and 12 of a currency without cents. */
  const inCurrency = (currency: string) => {
    const units = (cost?.amount ?? 0) / 10 ** digits;
    onChange({ costPerContact: { amount: Math.max(1, Math.round(units * 10 ** minorDigits(currency))), currency } });
  };
  return (
    <Part title={texts('cost')} hint={texts('costHint')}>
      <Switched
        label={texts('costSaid')}
        checked={cost !== null}
        onChange={(said) => onChange({ costPerContact: said ? { amount: 1_000, currency: 'CNY' } : null })}
      />
      {cost && (
        <div className="field-pair">
          <Labelled id={`${id}-amount`} label={texts('amount')} error={errorOf('costPerContact.amount')}>
            <InputNumber
              id={`${id}-amount`}
              min={1 / 10 ** digits}
              precision={digits}
              value={cost.amount / 10 ** digits}
              onChange={(value) =>
                value !== null && onChange({ costPerContact: { ...cost, amount: Math.round(value * 10 ** digits) } })
              }
            />
          </Labelled>
          <Labelled id={`${id}-currency`} label={texts('currency')} error={errorOf('costPerContact.currency')}>
            <Select
              id={`${id}-currency`}
              style={{ width: '100%' }}
              value={cost.currency}
              showSearch={{ optionFilterProp: 'label' }}
              options={Intl.supportedValuesOf('currency').map((value) => ({
                value,
                label: `${value} · ${names.of(value) ?? value}`,
              }))}
              onChange={inCurrency}
            />
          </Labelled>
        </div>
      )}
    </Part>
  );
}
