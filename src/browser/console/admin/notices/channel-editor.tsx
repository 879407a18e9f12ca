import { App, Button } from 'antd';
import type { NoticeChannelView } from '../../../../contract/index.js';
import { useTeams } from '../../api/queries.js';
import { useLanguage } from '../../i18n/i18n.js';
import { problemText } from '../../i18n/problem-text.js';
import { adminAddress } from '../../routing/place.js';
import { goTo } from '../../routing/use-route.js';
import { PageFrame } from '../../shared/page-frame.js';
import { useDraft } from '../../shared/use-draft.js';
import { DraftForm } from '../draft-form.js';
import { useAdminTexts } from '../texts.js';
import { type ChannelDraft, draftOf, inputOf } from './channel-draft.js';
import { ChannelForm } from './channel-form.js';
import { ChannelTest } from './channel-test.js';
import { useEditChannel, useRemoveChannel } from './queries.js';
import { useChannelTexts } from './texts.js';

/** One channel: its settings, a test, and its end. */
export function ChannelEditor({ channel }: { channel: NoticeChannelView }) {
  const { t, pick } = useLanguage();
  const texts = useChannelTexts();
  const adminTexts = useAdminTexts();
  const { message, modal } = App.useApp();
  const teams = useTeams().data?.items ?? [];
  const form = useDraft<ChannelDraft>(draftOf(channel));
  const removing = useRemoveChannel(channel.id);
  const toList = () => goTo(adminAddress('notices'));
  const remove = () =>
    modal.confirm({
      title: texts('removeTitle', { name: channel.name }),
      content: texts('removeDetail'),
      okText: texts('remove'),
      okButtonProps: { danger: true },
      onOk: () =>
        removing.mutateAsync(channel.version).then(
          () => {
            void message.success(texts('removed'));
            toList();
          },
          (error: unknown) => void message.error(problemText(t, error).title),
        ),
    });
  const shown = (field: keyof ChannelDraft, draft: ChannelDraft): string => {
    const team = teams.find(({ id }) => id === draft.teamId);
    if (field === 'teamId') return team ? pick(team.name) : texts('allTeams');
    if (field === 'address' || field === 'secret') return texts(draft[field] ? 'changed' : 'kept');
    return String(draft[field]);
  };
  const labels: Record<keyof ChannelDraft, string> = {
    name: texts('name'),
    teamId: texts('team'),
    locale: texts('locale'),
    enabled: texts('enabled'),
    address: texts('address'),
    secret: texts('secret'),
    removeSecret: texts('secretRemove'),
  };
  return (
    <PageFrame
      title={channel.name}
      intro={texts(channel.kind)}
      actions={<Button onClick={toList}>{adminTexts('back')}</Button>}
    >
      <div className="channel-editor">
        <section className="sheet staff-part">
          <DraftForm
            form={form}
            saving={useEditChannel(channel.id)}
            toSave={() => (form.draft.name.trim() === '' ? undefined : inputOf(form.draft))}
            draftOf={draftOf}
            field={(key, draft) => ({ label: labels[key], value: shown(key, draft) })}
            label={texts('settings')}
            className="staff-form"
          >
            {({ tried, refused }) => (
              <ChannelForm
                kind={channel.kind}
                known={channel}
                draft={form.draft}
                tried={tried}
                refused={refused}
                onChange={form.set}
              />
            )}
          </DraftForm>
        </section>
        <ChannelTest id={channel.id} disabled={form.isDirty} />
        <div>
          <Button danger loading={removing.isPending} onClick={remove}>
            {texts('remove')}
          </Button>
        </div>
      </div>
    </PageFrame>
  );
}
