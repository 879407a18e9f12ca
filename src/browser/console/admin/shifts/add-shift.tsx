import { Alert, App, Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useLanguage } from '../../i18n/i18n.js';
import { problemText } from '../../i18n/problem-text.js';
import { Dialog } from '../../shared/dialog.js';
import { Labelled } from '../../shared/labelled.js';
import { useAddShift } from './queries.js';
import { useShiftTexts } from './texts.js';
import { type Day, plannedSpan } from './week.js';

const PRESETS = [
  { key: 'early', from: '08:00', to: '16:00' },
  { key: 'late', from: '16:00', to: '00:00' },
  { key: 'night', from: '00:00', to: '08:00' },
] as const;

/** From when to when somebody works from this day on. */
export function AddShift({
  teamId,
  person,
  day,
  dayName,
  onClose,
}: {
  teamId: string;
  person: { id: string; name: string };
  day: Day;
  dayName: string;
  onClose: () => void;
}) {
  const { t } = useLanguage();
  const texts = useShiftTexts();
  const { message } = App.useApp();
  const id = useId();
  const [from, setFrom] = useState('08:00');
  const [to, setTo] = useState('16:00');
  const adding = useAddShift(teamId);
  const isWhole = from !== '' && to !== '';
  const problem = adding.error ? problemText(t, adding.error) : undefined;
  const submit = () => {
    if (!isWhole) return;
    adding.mutate(
      { staffId: person.id, ...plannedSpan(day, from, to) },
      {
        onSuccess: () => {
          void message.success(texts('added'));
          onClose();
        },
      },
    );
  };
  const time = (key: 'from' | 'to', value: string, set: (value: string) => void, hint?: string) => (
    <Labelled id={`${id}-${key}`} label={texts(key)} hint={hint}>
      <Input
        id={`${id}-${key}`}
        type="time"
        step={300}
        value={value}
        onChange={(event) => set(event.target.value.slice(0, 5))}
      />
    </Labelled>
  );
  return (
    <Dialog
      open
      width={360}
      title={texts('addTitle', { name: person.name, day: dayName })}
      okText={texts('save')}
      okButtonProps={{ htmlType: 'submit', form: id, disabled: !isWhole }}
      confirmLoading={adding.isPending}
      onCancel={onClose}
    >
      <form
        id={id}
        className="shifts-form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <div className="shifts-presets">
          {PRESETS.map((preset) => (
            <Button
              key={preset.key}
              size="small"
              onClick={() => {
                setFrom(preset.from);
                setTo(preset.to);
              }}
            >
              {texts(`preset.${preset.key}`)} {preset.from}–{preset.to}
            </Button>
          ))}
        </div>
        <div className="field-pair">
          {time('from', from, setFrom)}
          {time('to', to, setTo, isWhole && to <= from ? texts('nextDay') : undefined)}
        </div>
        {!isWhole && <p className="field-error">{texts('timesMissing')}</p>}
        {problem && <Alert type="error" role="alert" showIcon title={problem.title} description={problem.detail} />}
      </form>
    </Dialog>
  );
}
