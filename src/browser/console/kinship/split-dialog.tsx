import { useMutation } from '@tanstack/react-query';
import { Alert, App, Checkbox, Input } from 'antd';
import { useId, useState } from 'react';
import type { StaffEntryView, TicketView } from '../../../contract/index.js';
import { api } from '../api/endpoints.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { navigate } from '../routing/use-route.js';
import { Dialog } from '../shared/dialog.js';
import { useThread } from '../thread/thread-state.js';
import { useKinChanged } from './queries.js';
import { TeamSelect } from './team-select.js';
import { useKinshipTexts } from './texts.js';

interface Props {
  ticket: TicketView;
  /** The message that is another matter. */
  entry: StaffEntryView;
  onClose: () => void;
}

/** Takes what is another matter out into a case of its own: one message, and of what follows what one chooses. */
export default function SplitDialog({ ticket, entry, onClose }: Props) {
  const { t, formats } = useLanguage();
  const texts = useKinshipTexts();
  const { message } = App.useApp();
  const changed = useKinChanged();
  const ids = { team: useId(), note: useId() };
  const entries = useThread(entry.conversationId).data?.entries ?? [entry];
  const messages = entries.filter(
    ({ seq, kind, author }) => seq >= entry.seq && kind === 'message' && author.kind === 'customer',
  );
  const [chosen, setChosen] = useState<string[]>([entry.id]);
  const [teamId, setTeamId] = useState(ticket.teamId);
  const [note, setNote] = useState('');
  const split = useMutation({
    mutationFn: () =>
      api.split(ticket.number, {
        conversationId: entry.conversationId,
        entryIds: chosen,
        teamId,
        note: note.trim() || undefined,
      }),
    onSuccess: ({ number }) => {
      changed(ticket.number);
      void message.success(texts('splitDone', { number }));
      onClose();
      navigate({ number });
    },
  });
  return (
    <Dialog
      open
      width={520}
      title={texts('splitTitle')}
      okText={texts('splitSubmit')}
      okButtonProps={{ disabled: chosen.length === 0 }}
      confirmLoading={split.isPending}
      onOk={() => split.mutate()}
      onCancel={onClose}
    >
      <p>{texts('splitHint')}</p>
      <fieldset className="kin-messages">
        <legend className="field-label">{texts('splitMessages')}</legend>
        {messages.map(({ id, body, createdAt }) => (
          <Checkbox
            key={id}
            checked={chosen.includes(id)}
            onChange={({ target }) =>
              setChosen(target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
            }
          >
            <span className="kin-message">{body || texts('splitFiles')}</span>{' '}
            <time dateTime={createdAt} className="kin-small tabular">
              {formats.short(createdAt)}
            </time>
          </Checkbox>
        ))}
      </fieldset>
      <TeamSelect id={ids.team} ticket={ticket} value={teamId} onChange={setTeamId} />
      <label className="field-label" htmlFor={ids.note}>
        {texts('note')}
      </label>
      <Input.TextArea
        id={ids.note}
        className="note-field"
        rows={2}
        maxLength={2_000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      {split.isError && (
        <Alert
          type="error"
          showIcon
          title={problemText(t, split.error).title}
          description={problemText(t, split.error).detail}
          style={{ marginTop: 8 }}
        />
      )}
    </Dialog>
  );
}
