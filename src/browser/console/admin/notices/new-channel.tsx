import { Button, Select } from 'antd';
import { useId, useState } from 'react';
import { CHANNEL_KINDS, type ChannelKind } from '../../../../contract/index.js';
import { isProblem } from '../../api/client.js';
import { adminAddress } from '../../routing/place.js';
import { goTo } from '../../routing/use-route.js';
import { Labelled } from '../labelled.js';
import { PageFrame } from '../page-frame.js';
import { SaveBar } from '../save-bar.js';
import { useAdminTexts } from '../texts.js';
import { inputOf, NEW_CHANNEL } from './channel-draft.js';
import { ChannelForm } from './channel-form.js';
import { useCreateChannel } from './queries.js';
import { useChannelTexts } from './texts.js';

/** A new channel. */
export function NewChannel() {
  const texts = useChannelTexts();
  const adminTexts = useAdminTexts();
  const id = useId();
  const [kind, setKind] = useState<ChannelKind>('feishu');
  const [draft, setDraft] = useState(NEW_CHANNEL);
  const [tried, setTried] = useState(false);
  const creating = useCreateChannel();
  const refused = isProblem(creating.error, 'invalid_input')
    ? (creating.error.problem.errors ?? []).map(({ path }) => path)
    : [];
  const toList = () => goTo(adminAddress('notices'));
  function submit() {
    setTried(true);
    const { address, secret, ...input } = inputOf(draft);
    if (input.name === '' || address === undefined) return;
    creating.mutate(
      { kind, ...input, address, ...(secret && { secret }) },
      { onSuccess: (channel) => goTo(adminAddress('notices', channel.id), 'replace') },
    );
  }
  return (
    <PageFrame title={texts('create')} actions={<Button onClick={toList}>{adminTexts('back')}</Button>}>
      <section className="admin-sheet staff-part channel-editor">
        <form
          className="staff-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <Labelled id={id} label={texts('kind')}>
            <Select
              id={id}
              style={{ width: '100%' }}
              value={kind}
              options={CHANNEL_KINDS.map((value) => ({ value, label: texts(value) }))}
              onChange={setKind}
            />
          </Labelled>
          <ChannelForm
            kind={kind}
            draft={draft}
            tried={tried}
            refused={refused}
            onChange={(change) => {
              creating.reset();
              setDraft((current) => ({ ...current, ...change }));
            }}
          />
          <SaveBar
            isDirty={draft !== NEW_CHANNEL}
            isSaving={creating.isPending}
            error={creating.error}
            saveLabel={texts('create')}
            onDiscard={toList}
          />
        </form>
      </section>
    </PageFrame>
  );
}
