import { Button } from 'antd';
import { useState } from 'react';
import { adminAddress } from '../../routing/place.js';
import { goTo } from '../../routing/use-route.js';
import { PageFrame } from '../page-frame.js';
import { SaveBar } from '../save-bar.js';
import { useAdminTexts } from '../texts.js';
import { useCreateReply } from './queries.js';
import { inputOf, NEW_REPLY } from './reply-draft.js';
import { ReplyForm } from './reply-form.js';
import { useCannedTexts } from './texts.js';

/** A new canned reply. */
export function NewReply() {
  const texts = useCannedTexts();
  const adminTexts = useAdminTexts();
  const [draft, setDraft] = useState(NEW_REPLY);
  const [tried, setTried] = useState(false);
  const creating = useCreateReply();
  const toList = () => goTo(adminAddress('canned-replies'));
  function submit() {
    setTried(true);
    const input = inputOf(draft);
    if (input) creating.mutate(input, { onSuccess: toList });
  }
  return (
    <PageFrame title={texts('create')} actions={<Button onClick={toList}>{adminTexts('back')}</Button>}>
      <section className="admin-sheet staff-part canned-editor">
        <form
          className="staff-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <ReplyForm
            draft={draft}
            tried={tried}
            onChange={(change) => {
              creating.reset();
              setDraft((current) => ({ ...current, ...change }));
            }}
          />
          <SaveBar
            isDirty={draft !== NEW_REPLY}
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
