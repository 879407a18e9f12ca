import { useMutation } from '@tanstack/react-query';
import { Alert, App, Input, Select } from 'antd';
import { useId, useState } from 'react';
import type { TicketView } from '../../../contract/index.js';
import { api } from '../api/endpoints.js';
import { useAssignableStaff } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { Dialog } from '../shared/dialog.js';
import { useKinChanged } from './queries.js';
import { TeamSelect } from './team-select.js';
import { useKinshipTexts } from './texts.js';

/** Asks colleagues to do something for the case. */
export default function TaskDialog({ ticket, onClose }: { ticket: TicketView; onClose: () => void }) {
  const { t } = useLanguage();
  const texts = useKinshipTexts();
  const { message } = App.useApp();
  const changed = useKinChanged();
  const ids = { subject: useId(), team: useId(), person: useId(), note: useId() };
  const [subject, setSubject] = useState('');
  const [missing, setMissing] = useState(false);
  const [teamId, setTeamId] = useState(ticket.teamId);
  const [staffId, setStaffId] = useState<string>();
  const [note, setNote] = useState('');
  const people = useAssignableStaff(teamId);
  const { number } = ticket;
  const open = useMutation({
    mutationFn: () =>
      api.openTask(number, { subject: subject.trim(), teamId, staffId, note: note.trim() || undefined }),
    onSuccess: (task) => {
      changed(number);
      void message.success(texts('taskDone', { number: task.number }));
      onClose();
    },
  });
  const submit = () => (subject.trim() === '' ? setMissing(true) : open.mutate());
  return (
    <Dialog
      open
      width={460}
      title={texts('taskTitle', { number })}
      okText={texts('taskSubmit')}
      confirmLoading={open.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <p>{texts('taskHint')}</p>
      <label className="field-label" htmlFor={ids.subject}>
        {texts('taskSubject')}
      </label>
      <Input
        id={ids.subject}
        maxLength={200}
        value={subject}
        status={missing && subject.trim() === '' ? 'error' : ''}
        aria-invalid={missing && subject.trim() === ''}
        onChange={(event) => setSubject(event.target.value)}
        onPressEnter={submit}
      />
      {missing && subject.trim() === '' && (
        <p role="alert" className="field-error">
          {texts('taskSubjectMissing')}
        </p>
      )}
      <TeamSelect
        id={ids.team}
        ticket={ticket}
        value={teamId}
        onChange={(next) => {
          setTeamId(next);
          setStaffId(undefined);
        }}
      />
      <label className="field-label" htmlFor={ids.person}>
        {texts('person')}
      </label>
      <Select
        id={ids.person}
        style={{ width: '100%' }}
        showSearch={{ optionFilterProp: 'label' }}
        allowClear
        loading={people.isPending}
        value={staffId}
        placeholder={texts('anyone')}
        onChange={setStaffId}
        options={people.data?.items.map((person) => ({ value: person.id, label: person.name }))}
      />
      <label className="field-label" htmlFor={ids.note}>
        {texts('note')}
      </label>
      <Input.TextArea
        id={ids.note}
        className="note-field"
        rows={3}
        maxLength={2_000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      {open.isError && (
        <Alert
          type="error"
          showIcon
          title={problemText(t, open.error).title}
          description={problemText(t, open.error).detail}
          style={{ marginTop: 8 }}
        />
      )}
    </Dialog>
  );
}
