import { adminAddress } from '../../routing/place.js';
import { goTo } from '../../routing/use-route.js';
import { NewPage, useNewDraft } from '../new-page.js';
import { inputOf, NEW_MACRO } from './macro-draft.js';
import { MacroForm } from './macro-form.js';
import { useCreateMacro } from './queries.js';
import { useMacroAdminTexts } from './texts.js';

/** A new macro. */
export function NewMacro() {
  const texts = useMacroAdminTexts();
  const creating = useCreateMacro();
  const form = useNewDraft(NEW_MACRO, creating);
  function submit() {
    form.markTried();
    const input = inputOf(form.draft);
    if (input) creating.mutate(input, { onSuccess: () => goTo(adminAddress('macros')) });
  }
  return (
    <NewPage
      title={texts('create')}
      page="macros"
      className="kept-editor"
      isDirty={form.isDirty}
      creating={creating}
      onSubmit={submit}
    >
      <MacroForm {...form} />
    </NewPage>
  );
}
