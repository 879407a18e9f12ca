import { App, Button } from 'antd';
import type { CannedReplyView } from '../../../../contract/index.js';
import { useCategories, useTeams } from '../../api/queries.js';
import { useLanguage } from '../../i18n/i18n.js';
import { problemText } from '../../i18n/problem-text.js';
import { adminAddress } from '../../routing/place.js';
import { goTo } from '../../routing/use-route.js';
import { DraftForm } from '../draft-form.js';
import { inBothLanguages } from '../edit-conflict.js';
import { PageFrame } from '../page-frame.js';
import { useAdminTexts } from '../texts.js';
import { useDraft } from '../use-draft.js';
import { useArchiveReply, useEditReply } from './queries.js';
import { draftOf, inputOf, type ReplyDraft } from './reply-draft.js';
import { ReplyForm } from './reply-form.js';
import { useCannedTexts } from './texts.js';

/** One canned reply, and its end. */
export function ReplyEditor({ reply }: { reply: CannedReplyView }) {
  const { t, pick } = useLanguage();
  const texts = useCannedTexts();
  const adminTexts = useAdminTexts();
  const { message } = App.useApp();
  const categories = useCategories().data?.items ?? [];
  const teams = useTeams().data?.items ?? [];
  const form = useDraft<ReplyDraft>(draftOf(reply));
  const archiving = useArchiveReply(reply.id);
  const setArchived = (archived: boolean) =>
    archiving.mutate(
      { archived, version: reply.version },
      {
        onSuccess: () => void message.success(texts(archived ? 'archivedDone' : 'restoredDone')),
        onError: (error) => void message.error(problemText(t, error).title),
      },
    );
  const labels: Record<keyof ReplyDraft, string> = {
    title: texts('name'),
    body: texts('body'),
    category: texts('category'),
    teamId: texts('team'),
  };
  const shown = (field: keyof ReplyDraft, draft: ReplyDraft): string => {
    if (field === 'title' || field === 'body') return inBothLanguages(draft[field]);
    const name =
      field === 'category'
        ? categories.find(({ key }) => key === draft.category)?.name
        : teams.find(({ id }) => id === draft.teamId)?.name;
    return name ? pick(name) : texts(field === 'category' ? 'anyCategory' : 'allTeams');
  };
  return (
    <PageFrame
      title={pick(reply.title)}
      intro={texts('typed', { initials: reply.initials, pinyin: reply.pinyin })}
      actions={
        <>
          <Button onClick={() => goTo(adminAddress('canned-replies'))}>{adminTexts('back')}</Button>
          <Button loading={archiving.isPending} disabled={form.isDirty} onClick={() => setArchived(!reply.archived)}>
            {texts(reply.archived ? 'restore' : 'archive')}
          </Button>
        </>
      }
    >
      <section className="admin-sheet staff-part canned-editor">
        <DraftForm
          form={form}
          saving={useEditReply(reply.id)}
          toSave={() => inputOf(form.draft)}
          draftOf={draftOf}
          field={(key, draft) => ({ label: labels[key], value: shown(key, draft) })}
          label={texts('settings')}
          className="staff-form"
        >
          {({ tried }) => <ReplyForm draft={form.draft} tried={tried} onChange={form.set} />}
        </DraftForm>
      </section>
    </PageFrame>
  );
}
