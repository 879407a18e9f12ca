import { adminAddress } from '../../routing/place.js';
import { goTo } from '../../routing/use-route.js';
import { NewPage, useNewDraft } from '../new-page.js';
import { useCreateReply } from './queries.js';
import { inputOf, NEW_REPLY } from './reply-draft.js';
import { ReplyForm } from './reply-form.js';
import { useCannedTexts } from './texts.js';

/** A new canned reply. */
export function NewReply() {
  const texts = useCannedTexts();
  const creating = useCreateReply();
  const form = useNewDraft(NEW_REPLY, creating);
  function submit() {
    form.markTried();
    const input = inputOf(form.draft);
    if (input) creating.mutate(input, { onSuccess: () => goTo(adminAddress('canned-replies')) });
  }
  return (
    <NewPage
      title={texts('create')}
      page="canned-replies"
      className="kept-editor"
      isDirty={form.isDirty}
      creating={creating}
      onSubmit={submit}
    >
      <ReplyForm {...form} />
    </NewPage>
  );
}
