import { Input, Select } from 'antd';
import { useState } from 'react';
import { daysOf, NAMED_RANGES, type Range, readRange } from './range.js';
import { useTicketsTexts } from './texts.js';

/** A stretch of days by its name, or by its first and last day. */
export function RangeField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: Range | undefined;
  onChange: (range: Range | undefined) => void;
}) {
  const texts = useTicketsTexts();
  const days = value === undefined ? undefined : daysOf(value);
  const [isChoosing, setIsChoosing] = useState(false);
  const showDays = isChoosing || days !== undefined;
  const setDays = (from: string | undefined, to: string | undefined) =>
    onChange(readRange(`${from ?? ''}..${to ?? ''}`));
  return (
    <fieldset className="tickets-range">
      <legend className="sr-only">{label}</legend>
      <Select
        aria-label={label}
        className="tickets-pick"
        prefix={label}
        value={showDays ? 'days' : (value ?? '')}
        options={[
          { value: '', label: texts('any') },
          ...NAMED_RANGES.map((name) => ({ value: name, label: texts(`range.${name}`) })),
          { value: 'days', label: texts('range.days') },
        ]}
        onChange={(chosen: string) => {
          setIsChoosing(chosen === 'days');
          if (chosen !== 'days') onChange(chosen || undefined);
        }}
      />
      {showDays && (
        <div className="tickets-days">
          <Input
            type="date"
            aria-label={`${label} ${texts('from')}`}
            value={days?.from ?? ''}
            onChange={(event) => setDays(event.target.value, days?.to)}
          />
          <span aria-hidden="true">–</span>
          <Input
            type="date"
            aria-label={`${label} ${texts('to')}`}
            value={days?.to ?? ''}
            onChange={(event) => setDays(days?.from, event.target.value)}
          />
        </div>
      )}
    </fieldset>
  );
}
