import { Select } from 'antd';
import { useId, useState } from 'react';
import { CHANNEL_KINDS, type ChannelKind } from '../../../../contract/index.js';
import { adminAddress } from '../../routing/place.js';
import { goTo } from '../../routing/use-route.js';
import { Labelled } from '../../shared/labelled.js';
import { NewPage, useNewDraft } from '../new-page.js';
import { inputOf, NEW_CHANNEL } from './channel-draft.js';
import { ChannelForm } from './channel-form.js';
import { useCreateChannel } from './queries.js';
import { useChannelTexts } from './texts.js';

/** A new channel. */
export function NewChannel() {
  const texts = useChannelTexts();
  const id = useId();
  const [kind, setKind] = useState<ChannelKind>('feishu');
  const creating = useCreateChannel();
  const form = useNewDraft(NEW_CHANNEL, creating);
  function submit() {
    form.markTried();
    const { address, secret, ...input } = inputOf(form.draft);
    if (input.name === '' || address === undefined) return;
    creating.mutate(
      { kind, ...input, address, ...(secret && { secret }) },
      { onSuccess: (channel) => goTo(adminAddress('notices', channel.id), 'replace') },
    );
  }
  return (
    <NewPage
      title={texts('create')}
      page="notices"
      className="channel-editor"
      isDirty={form.isDirty}
      creating={creating}
      onSubmit={submit}
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
      <ChannelForm {...form} kind={kind} />
    </NewPage>
  );
}
