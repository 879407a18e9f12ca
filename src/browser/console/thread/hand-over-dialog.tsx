import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Input, Select } from 'antd';
import { useId, useState } from 'react';
import type { AssignableStaffView, TicketView } from '../../../contract/index.js';
import { api } from '../api/endpoints.js';
import { keys, useAssignableStaff, useTeams } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { dropRow, type ListPages } from '../lists/list-pages.js';
import { PresenceDot } from '../presence/presence-dot.js';
import { navigate } from '../routing/use-route.js';
import { useStaff } from '../session/session.js';
import { Dialog } from '../shared/dialog.js';

interface Props {
  ticket: TicketView;
  onClose: () => void;
}

/** Hands a ticket to a team, or to one person of it, with a note that the customer never sees. */
export default function HandOverDialog({ ticket, onClose }: Props) {
  const { t, pick } = useLanguage();
  const { message } = App.useApp();
  const client = useQueryClient();
  const ids = { team: useId(), person: useId(), note: useId() };
  const [teamId, setTeamId] = useState(ticket.teamId);
  const [staffId, setStaffId] = useState<string>();
  const [note, setNote] = useState('');
  const teams = useTeams();
  const people = useAssignableStaff(teamId);
  const { number } = ticket;
  const staff = useStaff();

  const handOver = useMutation({
    mutationFn: () => api.assign(number, { teamId, staffId, note: note.trim() || undefined }),
    onSuccess: ({ withdrawn }) => {
      if (withdrawn || staffId !== staff.id)
        client.setQueryData<ListPages>(keys.list('mine'), (list) => list && dropRow(list, number));
      void client.invalidateQueries({ queryKey: keys.lists });
      void client.invalidateQueries({ queryKey: keys.counts });
      void message.success(withdrawn ? t('handOver.withdrawn', { number }) : t('handOver.done'));
      onClose();
      if (withdrawn) {
        navigate({ number: undefined }, 'replace');
        client.removeQueries({ queryKey: keys.ticket(number) });
      } else void client.invalidateQueries({ queryKey: keys.ticket(number) });
    },
  });

  return (
    <Dialog
      open
      width={460}
      title={t('handOver.title', { number })}
      okText={t('handOver.submit')}
      confirmLoading={handOver.isPending}
      onOk={() => handOver.mutate()}
      onCancel={onClose}
    >
      <label className="field-label" htmlFor={ids.team}>
        {t('handOver.team')}
      </label>
      <Select
        id={ids.team}
        style={{ width: '100%' }}
        showSearch={{ optionFilterProp: 'label' }}
        loading={teams.isPending}
        value={teamId}
        onChange={(next) => {
          setTeamId(next);
          setStaffId(undefined);
        }}
        options={teams.data?.items
          .filter((team) => !team.archived || team.id === ticket.teamId)
          .map((team) => ({ value: team.id, label: pick(team.name) }))}
      />
      <label className="field-label" htmlFor={ids.person}>
        {t('handOver.person')}
      </label>
      <Select
        id={ids.person}
        style={{ width: '100%' }}
        showSearch={{ optionFilterProp: 'label' }}
        allowClear
        loading={people.isPending}
        value={staffId}
        placeholder={t('handOver.anyone')}
        notFoundContent={t('handOver.nobody')}
        onChange={setStaffId}
        options={people.data?.items.map((person) => ({ value: person.id, label: person.name, person }))}
        optionRender={({ data }) => <PersonOption person={data.person} />}
      />
      <label className="field-label" htmlFor={ids.note}>
        {t('handOver.note')}
      </label>
      <Input.TextArea
        id={ids.note}
        className="note-field"
        rows={4}
        maxLength={2_000}
        value={note}
        placeholder={t('handOver.notePlaceholder')}
        onChange={(event) => setNote(event.target.value)}
        onPressEnter={(event) => {
          if (event.ctrlKey || event.metaKey) handOver.mutate();
        }}
      />
      {handOver.isError && (
        <Alert
          type="error"
          showIcon
          title={problemText(t, handOver.error).title}
          description={problemText(t, handOver.error).detail}
          style={{ marginTop: 8 }}
        />
      )}
    </Dialog>
  );
}

function PersonOption({ person }: { person: AssignableStaffView }) {
  const { t } = useLanguage();
  return (
    <span className="person-option">
      <PresenceDot presence={person.presence} />
      <span className="ellipsis">{person.name}</span>
      <span className="person-load tabular">
        {t(`presence.${person.presence}`)} · {t('handOver.load', { load: person.load, capacity: person.capacity })}
        {person.load >= person.capacity && ` · ${t('handOver.full')}`}
      </span>
    </span>
  );
}
