import { Input, Select } from 'antd';
import { useId, useState } from 'react';
import type { WallBoardPersonView, WallBoardView } from '../../../contract/index.js';
import { useTeams } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { PresenceDot } from '../presence/presence-dot.js';
import { Dialog } from '../shared/dialog.js';
import { type Holder, holderOf, isSameHolder, type MovedCase } from './moves.js';
import { useWallTexts } from './texts.js';

interface Props {
  moved: MovedCase;
  /** Where it was put; else this asks for it. */
  to?: Holder;
  /** Of the person or team where it was put. */
  name: string;
  board: WallBoardView;
  onMove: (to: Holder, note: string | undefined) => void;
  onClose: () => void;
}

/** Where a case shall go, and a word for who gets it. */
export default function MoveDialog({ moved, to: given, name, board, onMove, onClose }: Props) {
  const { pick } = useLanguage();
  const texts = useWallTexts();
  const ids = { to: useId(), note: useId() };
  const teams = useTeams().data?.items.filter(({ archived }) => !archived) ?? [];
  const [chosen, setChosen] = useState<string>();
  const [note, setNote] = useState('');
  const people = board.people.flatMap((person) => {
    const holder = holderOf(person, moved);
    return holder && !isSameHolder(holder, moved.from) ? [{ person, holder }] : [];
  });
  const queues = teams.filter(({ id }) => !isSameHolder({ teamId: id }, moved.from));
  const to =
    given ??
    people.find(({ person }) => `staff:${person.id}` === chosen)?.holder ??
    (chosen?.startsWith('team:') ? { teamId: chosen.slice(5) } : undefined);
  const nameOf = (teamId: string) => {
    const team = teams.find(({ id }) => id === teamId) ?? board.teams.find(({ id }) => id === teamId);
    return team ? pick(team.name) : '';
  };
  const submit = () => to && onMove(to, note.trim() || undefined);
  return (
    <Dialog
      open
      width={480}
      title={
        given ? texts('moveTitleTo', { number: moved.number, name }) : texts('moveTitle', { number: moved.number })
      }
      okText={texts('moveNow')}
      okButtonProps={{ disabled: !to }}
      onOk={submit}
      onCancel={onClose}
    >
      {moved.subject && <p className="wall-dialog-subject">{moved.subject}</p>}
      {!given && (
        <>
          <label className="field-label" htmlFor={ids.to}>
            {texts('moveTo')}
          </label>
          <Select
            id={ids.to}
            style={{ width: '100%' }}
            showSearch={{ optionFilterProp: 'label' }}
            value={chosen}
            notFoundContent={texts('noTarget')}
            onChange={setChosen}
            options={[
              {
                label: texts('movePeople'),
                options: people.map(({ person }) => ({ value: `staff:${person.id}`, label: person.name })),
              },
              {
                label: texts('moveTeams'),
                options: queues.map(({ id, name }) => ({ value: `team:${id}`, label: pick(name) })),
              },
            ]}
            optionRender={({ value, label }) => {
              const person = people.find((each) => `staff:${each.person.id}` === value)?.person;
              return person ? <PersonOption person={person} /> : label;
            }}
          />
        </>
      )}
      {to && to.teamId !== moved.from.teamId && (
        <p className="wall-dialog-leaves">
          {texts('moveLeaves', { team: nameOf(moved.from.teamId), other: nameOf(to.teamId) })}
        </p>
      )}
      {to && to.teamId === moved.from.teamId && to.staffId === undefined && (
        <p className="wall-dialog-leaves">{texts('moveBack', { team: nameOf(to.teamId) })}</p>
      )}
      <label className="field-label" htmlFor={ids.note}>
        {texts('moveNote')}
      </label>
      <Input.TextArea
        id={ids.note}
        className="note-field"
        rows={3}
        maxLength={2_000}
        value={note}
        placeholder={texts('moveNotePlaceholder')}
        onChange={(event) => setNote(event.target.value)}
        onPressEnter={(event) => {
          if (event.ctrlKey || event.metaKey) submit();
        }}
      />
    </Dialog>
  );
}

function PersonOption({ person }: { person: WallBoardPersonView }) {
  const texts = useWallTexts();
  return (
    <span className="person-option">
      <PresenceDot presence={person.presence} />
      <span className="ellipsis">{person.name}</span>
      <span className="person-load tabular">
        {texts(person.presence)} · {person.load}/{person.capacity}
        {person.load >= person.capacity && ` · ${texts('full')}`}
      </span>
    </span>
  );
}
