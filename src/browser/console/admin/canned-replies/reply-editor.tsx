import type { CannedReplyView } from '../../../../contract/index.js';
import { useCategories, useTeams } from '../../api/queries.js';
import { useLanguage } from '../../i18n/i18n.js';
import { useDraft } from '../../shared/use-draft.js';
import { DraftForm } from '../draft-form.js';
import { inBothLanguages } from '../edit-conflict.js';
import { KeptFrame } from '../kept/kept-frame.js';
import { useArchiveReply, useEditReply } from './queries.js';
import { draftOf, inputOf, type ReplyDraft } from './reply-draft.js';
import { ReplyForm } from './reply-form.js';
import { useCannedTexts } from './texts.js';

/** One canned reply, and its end. */
export function ReplyEditor({ reply }: { reply: CannedReplyView }) {
  const { pick } = useLanguage();
  const texts = useCannedTexts();
  const categories = useCategories().data?.items ?? [];
  const teams = useTeams().data?.items ?? [];
  const form = useDraft<ReplyDraft>(draftOf(reply));
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
    <KeptFrame
      one={reply}
      page="canned-replies"
      texts={texts}
      archiving={useArchiveReply(reply.id)}
      isDirty={form.isDirty}
    >
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
    </KeptFrame>
  );
}
