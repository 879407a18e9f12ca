import { Checkbox, Input, Select } from 'antd';
import { useId } from 'react';
import { BULK_LIMITS, LIMITS, PRIORITIES, TAG_LIMITS, TICKET_STATUSES, tidyTag } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { AssignFields } from './assign-fields.js';
import { useBulkDialogTexts } from './dialog-texts.js';
import type { Draft } from './draft.js';
import { TagChoice } from './tag-choice.js';
import type { DeedName } from './words.js';

interface Props {
  name: DeedName;
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
}

/** To `new` nobody sets a case, and to resolve is a deed of its own. */
const SETTABLE = TICKET_STATUSES.filter((status) => status !== 'new' && status !== 'resolved');
const tidy = (tags: string[]) =>
  [...new Set(tags.map((tag) => tidyTag(tag).slice(0, TAG_LIMITS.length)))].filter(Boolean).slice(0, BULK_LIMITS.tags);

/** What has to be said for each kind of deed but an answer. */
export function DeedFields({ name, draft, onChange }: Props) {
  const { t } = useLanguage();
  const words = useBulkDialogTexts();
  const ids = { choice: useId(), note: useId() };
  return (
    <>
      {name === 'status' && (
        <>
          <label className="field-label" htmlFor={ids.choice}>
            {words('to')}
          </label>
          <Select
            id={ids.choice}
            style={{ width: '100%' }}
            value={draft.to}
            options={SETTABLE.map((value) => ({ value, label: t(`status.${value}`) }))}
            onChange={(to) => onChange({ to })}
          />
        </>
      )}
      {name === 'assign' && <AssignFields draft={draft} onChange={onChange} />}
      {name === 'priority' && (
        <>
          <label className="field-label" htmlFor={ids.choice}>
            {words('priority')}
          </label>
          <Select
            id={ids.choice}
            style={{ width: '100%' }}
            value={draft.priority}
            options={PRIORITIES.map((value) => ({ value, label: t(`priority.${value}`) }))}
            onChange={(priority) => onChange({ priority })}
          />
        </>
      )}
      {name === 'tags' && (
        <>
          <TagChoice label={words('add')} value={draft.add} onChange={(add) => onChange({ add: tidy(add) })} />
          <TagChoice
            label={words('remove')}
            value={draft.remove}
            onChange={(tags) => onChange({ remove: tidy(tags) })}
          />
        </>
      )}
      {name !== 'priority' && name !== 'tags' && (
        <>
          <label className="field-label" htmlFor={ids.note}>
            {words('note')}
          </label>
          <Input.TextArea
            id={ids.note}
            className="note-field"
            rows={3}
            maxLength={LIMITS.noteLength}
            value={name === 'note' ? draft.body : draft.note}
            onChange={({ target }) => onChange(name === 'note' ? { body: target.value } : { note: target.value })}
          />
        </>
      )}
      {name === 'resolved' && (
        <Checkbox
          style={{ marginTop: 8 }}
          checked={draft.despiteTasks}
          onChange={({ target }) => onChange({ despiteTasks: target.checked })}
        >
          {words('despite')}
        </Checkbox>
      )}
    </>
  );
}
