import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { isProblem } from '../../api/client.js';
import { adminAddress } from '../../routing/place.js';
import { goTo } from '../../routing/use-route.js';
import { Labelled } from '../labelled.js';
import { PageFrame } from '../page-frame.js';
import { SaveBar } from '../save-bar.js';
import { useAdminTexts } from '../texts.js';
import { useCreateTeam } from './queries.js';
import { fieldsOf, hasNames, NEW_TEAM } from './team-draft.js';
import { TeamForm } from './team-form.js';
import { useTeamTexts } from './texts.js';

const KEY = /^[a-z][a-z0-9_]{1,39}$/;

/** A new team. */
export function NewTeam() {
  const texts = useTeamTexts();
  const adminTexts = useAdminTexts();
  const id = useId();
  const [key, setKey] = useState('');
  const [draft, setDraft] = useState(NEW_TEAM);
  const [tried, setTried] = useState(false);
  const creating = useCreateTeam();
  const taken =
    isProblem(creating.error, 'invalid_input') && creating.error.problem.errors?.some(({ path }) => path === 'key');
  const keyError = taken ? texts('keyTaken') : tried && !KEY.test(key) ? texts('keyWrong') : undefined;
  const toList = () => goTo(adminAddress('teams'));
  function submit() {
    setTried(true);
    if (!KEY.test(key) || !hasNames(draft)) return;
    creating.mutate(
      { key, ...fieldsOf(draft) },
      { onSuccess: (team) => goTo(adminAddress('teams', team.id), 'replace') },
    );
  }
  return (
    <PageFrame title={texts('create')} actions={<Button onClick={toList}>{adminTexts('back')}</Button>}>
      <section className="admin-sheet staff-part teams-editor">
        <form
          className="staff-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <Labelled id={id} label={texts('key')} hint={texts('keyHint')} required error={keyError}>
            <Input
              id={id}
              autoFocus
              autoComplete="off"
              spellCheck={false}
              maxLength={40}
              value={key}
              status={keyError ? 'error' : undefined}
              onChange={(event) => {
                creating.reset();
                setKey(event.target.value);
              }}
            />
          </Labelled>
          <TeamForm
            draft={draft}
            tried={tried}
            onChange={(change) => setDraft((current) => ({ ...current, ...change }))}
          />
          <SaveBar
            isDirty={key !== '' || draft !== NEW_TEAM}
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
