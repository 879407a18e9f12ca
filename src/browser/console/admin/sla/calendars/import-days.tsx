import { Alert, App, Button, Modal, Select } from 'antd';
import { useId, useRef, useState } from 'react';
import type { ImportedDaysView, SpecialDay } from '../../../../../contract/index.js';
import { useLanguage } from '../../../i18n/i18n.js';
import { problemText } from '../../../i18n/problem-text.js';
import { Labelled } from '../../../shared/labelled.js';
import { useHolidays, useReadFile } from '../queries.js';
import { FoundDays } from './found-days.js';
import { useCalendarTexts } from './texts.js';

/** Days from the list of Chinese holidays or from a file; seen before they are taken in. */
export function ImportDays({
  days,
  onTake,
}: {
  days: readonly SpecialDay[];
  onTake: (days: readonly SpecialDay[]) => void;
}) {
  const { t } = useLanguage();
  const texts = useCalendarTexts();
  const { message } = App.useApp();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [from, setFrom] = useState<'holidays' | 'file'>();
  const [year, setYear] = useState(() => new Date(Date.now()).getFullYear());
  const holidays = useHolidays(from === 'holidays', year);
  // The year that has been announced last, when this one has not.
  const announced = holidays.data?.years ?? [];
  const last = announced.at(-1);
  if (last !== undefined && !announced.includes(year)) setYear(last);
  const reading = useReadFile();
  const found: ImportedDaysView | undefined = from === 'holidays' ? holidays.data : reading.data;
  const error = from === 'holidays' ? holidays.error : reading.error;
  const problem = error && problemText(t, error);
  const close = () => setFrom(undefined);
  const fresh = found?.days.filter((day) => !days.some((known) => JSON.stringify(known) === JSON.stringify(day))) ?? [];
  return (
    <div className="sla-presets">
      <Button size="small" onClick={() => setFrom('holidays')}>
        {texts('importHolidays')}
      </Button>
      <Button size="small" onClick={() => input.current?.click()}>
        {texts('importFile')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".ics,text/calendar"
        aria-label={texts('importFile')}
        onChange={({ target }) => {
          const file = target.files?.[0];
          target.value = '';
          if (!file) return;
          setFrom('file');
          reading.mutate(file);
        }}
      />
      <Modal
        open={from !== undefined}
        title={from && texts(from === 'holidays' ? 'importHolidays' : 'importFile')}
        okText={texts('importTake', { count: fresh.length })}
        okButtonProps={{ disabled: fresh.length === 0 }}
        onOk={() => {
          onTake(fresh);
          void message.success(texts('importTaken', { count: fresh.length }));
          close();
        }}
        onCancel={close}
        loading={from === 'holidays' ? holidays.isPending : reading.isPending}
      >
        {problem && <Alert type="error" role="alert" showIcon title={problem.title} description={problem.detail} />}
        {from === 'holidays' && found && (
          <Labelled id={id} label={texts('importYear')}>
            <Select
              id={id}
              value={year}
              options={found.years.map((value) => ({ value, label: value }))}
              onChange={setYear}
            />
          </Labelled>
        )}
        {found && <FoundDays found={found} days={days} />}
      </Modal>
    </div>
  );
}
