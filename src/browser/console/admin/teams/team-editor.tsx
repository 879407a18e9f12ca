import { App, Button } from 'antd';
import { useState } from 'react';
import type { TeamRecordView } from '../../../../contract/index.js';
import { isProblem } from '../../api/client.js';
import { useLanguage } from '../../i18n/i18n.js';
import { adminAddress } from '../../routing/place.js';
import { goTo } from '../../routing/use-route.js';
import { EditConflict, inBothLanguages } from '../edit-conflict.js';
import { PageFrame } from '../page-frame.js';
import { SaveBar } from '../save-bar.js';
import { useAdminTexts } from '../texts.js';
import { useDraft } from '../use-draft.js';
import { type TeamFields, useEditTeam, useEverybody } from './queries.js';
import { TeamArchive } from './team-archive.js';
import { draftOf, fieldsOf, hasNames } from './team-draft.js';
import { TeamForm } from './team-form.js';
import { useTeamTexts } from './texts.js';

/** One team: what it is called, who is in it and in charge, and its end. */
export function TeamEditor({ team }: { team: TeamRecordView }) {
  const { pick } = useLanguage();
  const texts = useTeamTexts();
  const adminTexts = useAdminTexts();
  const { message } = App.useApp();
  const people = useEverybody().data ?? [];
  const form = useDraft<TeamFields>(draftOf(team));
  const [tried, setTried] = useState(false);
  const editing = useEditTeam(team.id);

  function submit() {
    setTried(true);
    if (!hasNames(form.draft)) return;
    editing.mutate(
      { version: form.version, ...fieldsOf(form.draft) },
      {
        onSuccess: (saved) => {
          form.saved(draftOf(saved));
          setTried(false);
          void message.success(adminTexts('saved'));
        },
        onError: (error) => {
          if (isProblem(error, 'conflict')) void message.warning(adminTexts('merged'));
        },
      },
    );
  }

  const names = (ids: (string | null)[]) =>
    people
      .filter(({ id }) => ids.includes(id))
      .map(({ name }) => name)
      .join('、');
  const shown = (field: keyof TeamFields, draft: TeamFields): string => {
    if (field === 'name') return inBothLanguages(draft.name);
    if (field === 'timeZone') return draft.timeZone;
    return names(field === 'memberIds' ? draft.memberIds : [draft[field]]);
  };
  const labels: Record<keyof TeamFields, string> = {
    name: texts('name'),
    leadId: texts('lead'),
    dutyManagerId: texts('dutyManager'),
    memberIds: texts('members'),
    timeZone: texts('timeZone'),
  };
  return (
    <PageFrame
      title={pick(team.name)}
      intro={`${texts('key')}：${team.key}`}
      actions={
        <>
          {!team.archived && (
            <Button onClick={() => goTo(`${adminAddress('shifts')}?team=${team.id}`)}>{texts('shifts')}</Button>
          )}
          <Button onClick={() => goTo(adminAddress('teams'))}>{adminTexts('back')}</Button>
        </>
      }
    >
      <div className="teams-editor">
        <section className="admin-sheet staff-part">
          {form.conflicts.length > 0 && (
            <EditConflict
              fields={form.conflicts.map((key) => ({
                key,
                label: labels[key],
                theirs: shown(key, form.theirs),
                mine: shown(key, form.draft),
              }))}
              onTakeTheirs={form.takeTheirs}
              onKeepMine={form.keepMine}
            />
          )}
          <form
            className="staff-form"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              submit();
            }}
          >
            <TeamForm draft={form.draft} tried={tried} onChange={form.set} />
            <SaveBar
              isDirty={form.isDirty}
              isSaving={editing.isPending}
              error={editing.error}
              disabled={form.conflicts.length > 0}
              onDiscard={() => {
                editing.reset();
                form.reset();
              }}
            />
          </form>
        </section>
        <TeamArchive team={team} />
      </div>
    </PageFrame>
  );
}
