import { Input } from 'antd';
import { useId } from 'react';
import type { StaffRecordView } from '../../../../contract/index.js';
import { useTeams } from '../../api/queries.js';
import { useLanguage } from '../../i18n/i18n.js';
import { useStaff } from '../../session/session.js';
import { Labelled } from '../../shared/labelled.js';
import { useDraft } from '../../shared/use-draft.js';
import { DraftForm } from '../draft-form.js';
import { PersonFieldInputs } from './person-fields.js';
import { useEditStaff } from './queries.js';
import { useStaffTexts } from './texts.js';

const draftOf = ({ version, name, role, locale, teamIds }: StaffRecordView) => ({
  version,
  draft: { name, role, locale, teamIds: [...teamIds].sort() },
});
type Draft = ReturnType<typeof draftOf>['draft'];

/** Name, role, teams and language of somebody. */
export function PersonForm({ staff }: { staff: StaffRecordView }) {
  const { pick, formats } = useLanguage();
  const texts = useStaffTexts();
  const me = useStaff();
  const id = useId();
  const teams = useTeams().data?.items ?? [];
  const form = useDraft(draftOf(staff));
  const nameWrong = form.draft.name.trim() === '' ? texts('nameRequired') : undefined;

  const shown = (field: keyof Draft, draft: Draft): string => {
    if (field === 'role') return texts(`role.${draft.role}`);
    if (field === 'locale') return texts(`locale.${draft.locale}`);
    if (field === 'name') return draft.name;
    return formats.list(teams.filter((team) => draft.teamIds.includes(team.id)).map((team) => pick(team.name)));
  };
  const labels = { name: texts('name'), role: texts('role'), locale: texts('locale'), teamIds: texts('teams') };
  return (
    <section className="sheet staff-part" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{texts('profile')}</h3>
      <DraftForm
        form={form}
        saving={useEditStaff(staff.id)}
        toSave={() => (nameWrong ? undefined : { ...form.draft, name: form.draft.name.trim() })}
        draftOf={draftOf}
        field={(key, draft) => ({ label: labels[key], value: shown(key, draft) })}
        className="staff-form"
      >
        {({ tried }) => (
          <>
            <Labelled id={`${id}-name`} label={texts('name')} required error={tried ? nameWrong : undefined}>
              <Input
                id={`${id}-name`}
                maxLength={60}
                value={form.draft.name}
                status={tried && nameWrong ? 'error' : undefined}
                onChange={(event) => form.set({ name: event.target.value })}
              />
            </Labelled>
            <PersonFieldInputs
              value={form.draft}
              isOneself={me.id === staff.id}
              onChange={(change) =>
                form.set(change.teamIds ? { ...change, teamIds: [...change.teamIds].sort() } : change)
              }
            />
          </>
        )}
      </DraftForm>
    </section>
  );
}
