import { Button } from 'antd';
import { useState } from 'react';
import { adminAddress } from '../../routing/place.js';
import { goTo } from '../../routing/use-route.js';
import { PageFrame } from '../page-frame.js';
import { SaveBar } from '../save-bar.js';
import { useAdminTexts } from '../texts.js';
import { inputOf, NEW_MACRO } from './macro-draft.js';
import { MacroForm } from './macro-form.js';
import { useCreateMacro } from './queries.js';
import { useMacroAdminTexts } from './texts.js';

/** A new macro. */
export function NewMacro() {
  const texts = useMacroAdminTexts();
  const adminTexts = useAdminTexts();
  const [draft, setDraft] = useState(NEW_MACRO);
  const [tried, setTried] = useState(false);
  const creating = useCreateMacro();
  const toList = () => goTo(adminAddress('macros'));
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
          <MacroForm
            draft={draft}
            tried={tried}
            onChange={(change) => {
              creating.reset();
              setDraft((current) => ({ ...current, ...change }));
            }}
          />
          <SaveBar
            isDirty={draft !== NEW_MACRO}
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
