import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { SpecialDay } from '../../../../../contract/index.js';
import { Labelled } from '../../../shared/labelled.js';
import { useCalendarTexts } from './texts.js';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** One more day, off until somebody says otherwise. */
export function AddSpecialDay({ days, onAdd }: { days: readonly SpecialDay[]; onAdd: (day: SpecialDay) => void }) {
  const texts = useCalendarTexts();
  const id = useId();
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const isTaken = days.some((day) => day.date === date);
  const error = isTaken ? texts('dateTaken') : tried && !DATE.test(date) ? texts('dateMissing') : undefined;
  const add = () => {
    setTried(true);
    if (isTaken || !DATE.test(date)) return;
    onAdd({ date, name: name.trim() || texts('off'), hours: [] });
    setDate('');
    setName('');
    setTried(false);
  };
  return (
    <div className="sla-add-day">
      <Labelled id={`${id}-date`} label={texts('date')} error={error}>
        <Input
          id={`${id}-date`}
          type="date"
          value={date}
          status={error ? 'error' : undefined}
          onChange={({ target }) => setDate(target.value)}
        />
      </Labelled>
      <Labelled id={`${id}-name`} label={texts('dayName')}>
        <Input
          id={`${id}-name`}
          value={name}
          maxLength={60}
          onChange={({ target }) => setName(target.value)}
          onPressEnter={(event) => {
            event.preventDefault();
            add();
          }}
        />
      </Labelled>
      <Button onClick={add}>{texts('addDay')}</Button>
    </div>
  );
}
