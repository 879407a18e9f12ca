import { InputNumber, Select } from 'antd';
import { useId } from 'react';
import { type AgentProfileView, LOCALES } from '../../../../contract/index.js';
import { useCategories } from '../../api/queries.js';
import { useLanguage } from '../../i18n/i18n.js';
import { DraftForm } from '../draft-form.js';
import { Labelled } from '../labelled.js';
import { useDraft } from '../use-draft.js';
import { useEditProfile } from './queries.js';
import { useStaffTexts } from './texts.js';

const draftOf = ({ version, capacity, skills }: AgentProfileView) => ({
  version,
  draft: { capacity, skills: [...skills].sort() },
});

/** How much work somebody can hold, and of what kind. */
export function ProfileForm({ id: staffId, profile }: { id: string; profile: AgentProfileView }) {
  const { pick, formats } = useLanguage();
  const texts = useStaffTexts();
  const id = useId();
  const categories = useCategories().data?.items ?? [];
  const form = useDraft(draftOf(profile));
  const options = [
    ...LOCALES.map((value) => ({ value: value as string, label: texts(`locale.${value}`) })),
    ...categories.map(({ key, name }) => ({ value: key as string, label: pick(name) })),
  ];
  const skillNames = (skills: string[]) =>
    formats.list(skills.map((skill) => options.find(({ value }) => value === skill)?.label ?? skill));

  return (
    <section className="admin-sheet staff-part" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{texts('reception')}</h3>
      <p className="staff-quiet">{texts('receptionDetail')}</p>
      <DraftForm
        form={form}
        saving={useEditProfile(staffId)}
        toSave={() => form.draft}
        draftOf={draftOf}
        field={(key, draft) => ({
          label: texts(key),
          value: key === 'capacity' ? String(draft.capacity) : skillNames(draft.skills),
        })}
        className="staff-form"
      >
        {() => (
          <>
            <Labelled
              id={`${id}-capacity`}
              label={texts('capacity')}
              hint={texts('capacityHint', { load: profile.load })}
            >
              <InputNumber
                id={`${id}-capacity`}
                min={0}
                max={100}
                precision={0}
                value={form.draft.capacity}
                onChange={(capacity) => form.set({ capacity: capacity ?? 0 })}
              />
            </Labelled>
            <Labelled id={`${id}-skills`} label={texts('skills')} hint={texts('skillsHint')}>
              <Select
                id={`${id}-skills`}
                mode="multiple"
                style={{ width: '100%' }}
                optionFilterProp="label"
                value={form.draft.skills}
                options={options}
                onChange={(skills) => form.set({ skills: [...skills].sort() })}
              />
            </Labelled>
          </>
        )}
      </DraftForm>
    </section>
  );
}
