import { Button } from 'antd';
import type { TeamRecordView } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { adminAddress } from '../../routing/place.js';
import { goTo } from '../../routing/use-route.js';
import { PageFrame } from '../../shared/page-frame.js';
import { useDraft } from '../../shared/use-draft.js';
import { DraftForm } from '../draft-form.js';
import { inBothLanguages } from '../edit-conflict.js';
import { useAdminTexts } from '../texts.js';
import { type TeamFields, useEditTeam, useEverybody } from './queries.js';
import { TeamArchive } from './team-archive.js';
import { draftOf, fieldsOf, hasNames } from './team-draft.js';
import { TeamForm } from './team-form.js';
import { useTeamTexts } from './texts.js';

/** One team: what it is called, who is in it and in charge, and its end. */
export function TeamEditor({ team }: { team: TeamRecordView }) {
  const { pick, formats } = useLanguage();
  const texts = useTeamTexts();
  const adminTexts = useAdminTexts();
  const people = useEverybody().data ?? [];
  const form = useDraft<TeamFields>(draftOf(team));

  const names = (ids: (string | null)[]) =>
    formats.list(people.filter(({ id }) => ids.includes(id)).map(({ name }) => name));
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
      intro={`${texts('key')}${formats.colon}${team.key}`}
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
        <section className="sheet staff-part">
          <DraftForm
            form={form}
            saving={useEditTeam(team.id)}
            toSave={() => (hasNames(form.draft) ? fieldsOf(form.draft) : undefined)}
            draftOf={draftOf}
            field={(key, draft) => ({ label: labels[key], value: shown(key, draft) })}
            className="staff-form"
          >
            {({ tried }) => <TeamForm draft={form.draft} tried={tried} onChange={form.set} />}
          </DraftForm>
        </section>
        <TeamArchive team={team} />
      </div>
    </PageFrame>
  );
}
