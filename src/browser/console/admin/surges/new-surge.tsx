import { adminAddress } from '../../routing/place.js';
import { goTo } from '../../routing/use-route.js';
import { NewPage, useNewDraft } from '../new-page.js';
import { usePlanSurge } from './queries.js';
import { gapsOf, inputOf, newDraft } from './surge-draft.js';
import { SurgeForm } from './surge-form.js';
import { useSurgeTexts } from './texts.js';
import { useSurgeTeams } from './use-surge-teams.js';

/** One that is planned, or begins now. */
export function NewSurge() {
  const texts = useSurgeTexts();
  const { options } = useSurgeTeams();
  const planning = usePlanSurge();
  const form = useNewDraft(newDraft(null), planning);
  // The first of one's teams until another is chosen; the teams may come later than the page.
  const draft = { ...form.draft, teamId: form.draft.teamId ?? (options[0]?.value || null) };
  function submit() {
    form.markTried();
    if (gapsOf(draft).length > 0) return;
    planning.mutate({ teamId: draft.teamId, ...inputOf(draft) }, { onSuccess: () => goTo(adminAddress('surges')) });
  }
  return (
    <NewPage
      title={texts('create')}
      page="surges"
      className="surge-editor"
      isDirty
      creating={planning}
      saveLabel={texts(draft.starts === '' ? 'startNow' : 'create')}
      onSubmit={submit}
    >
      <SurgeForm {...form} draft={draft} teams={options} fixed={false} running={false} />
    </NewPage>
  );
}
