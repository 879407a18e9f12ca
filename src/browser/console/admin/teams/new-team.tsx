import { Input } from 'antd';
import { useId, useState } from 'react';
import { adminAddress } from '../../routing/place.js';
import { goTo } from '../../routing/use-route.js';
import { Labelled } from '../../shared/labelled.js';
import { NewPage, useNewDraft } from '../new-page.js';
import { useCreateTeam } from './queries.js';
import { fieldsOf, hasNames, NEW_TEAM } from './team-draft.js';
import { TeamForm } from './team-form.js';
import { useTeamTexts } from './texts.js';

const KEY = /^[a-z][a-z0-9_]{1,39}$/;

/** A new team. */
export function NewTeam() {
  const texts = useTeamTexts();
  const id = useId();
  const [key, setKey] = useState('');
  const creating = useCreateTeam();
  const form = useNewDraft(NEW_TEAM, creating);
  const { draft, tried, refused } = form;
  const keyError = refused.includes('key')
    ? texts('keyTaken')
    : tried && !KEY.test(key)
      ? texts('keyWrong')
      : undefined;
  function submit() {
    form.markTried();
    if (!KEY.test(key) || !hasNames(draft)) return;
    creating.mutate(
      { key, ...fieldsOf(draft) },
      { onSuccess: (team) => goTo(adminAddress('teams', team.id), 'replace') },
    );
  }
  return (
    <NewPage
      title={texts('create')}
      page="teams"
      className="teams-editor"
      isDirty={form.isDirty || key !== ''}
      creating={creating}
      onSubmit={submit}
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
      <TeamForm {...form} />
    </NewPage>
  );
}
