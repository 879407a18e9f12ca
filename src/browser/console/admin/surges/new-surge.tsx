import { Button } from 'antd';
import { useState } from 'react';
import { isProblem } from '../../api/client.js';
import { adminAddress } from '../../routing/place.js';
import { goTo } from '../../routing/use-route.js';
import { PageFrame } from '../page-frame.js';
import { SaveBar } from '../save-bar.js';
import { useAdminTexts } from '../texts.js';
import { usePlanSurge } from './queries.js';
import { gapsOf, inputOf, newDraft } from './surge-draft.js';
import { SurgeForm } from './surge-form.js';
import { useSurgeTexts } from './texts.js';
import { useSurgeTeams } from './use-surge-teams.js';

/** One that is planned, or begins now. */
export function NewSurge() {
  const texts = useSurgeTexts();
  const adminTexts = useAdminTexts();
  const { options } = useSurgeTeams();
  const [typed, setDraft] = useState(() => newDraft(null));
  // The first of one's teams until another is chosen; the teams may come later than the page.
  const draft = { ...typed, teamId: typed.teamId ?? (options[0]?.value || null) };
  const [tried, setTried] = useState(false);
  const planning = usePlanSurge();
  const errors = isProblem(planning.error, 'invalid_input') ? (planning.error.problem.errors ?? []) : [];
  const toList = () => goTo(adminAddress('surges'));
  function submit() {
    setTried(true);
    if (gapsOf(draft).length > 0) return;
    planning.mutate({ teamId: draft.teamId, ...inputOf(draft) }, { onSuccess: toList });
  }
  return (
    <PageFrame title={texts('create')} actions={<Button onClick={toList}>{adminTexts('back')}</Button>}>
      <section className="admin-sheet staff-part surge-editor">
        <form
          className="staff-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <SurgeForm
            draft={draft}
            teams={options}
            fixed={false}
            running={false}
            tried={tried}
            refused={errors.map(({ path }) => path)}
            onChange={(change) => {
              planning.reset();
              setDraft((current) => ({ ...current, ...change }));
            }}
          />
          <SaveBar
            isDirty
            isSaving={planning.isPending}
            error={planning.error}
            saveLabel={texts(draft.starts === '' ? 'startNow' : 'create')}
            onDiscard={toList}
          />
        </form>
      </section>
    </PageFrame>
  );
}
