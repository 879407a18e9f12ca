import { InputNumber } from 'antd';
import { useId } from 'react';
import type { AgentProfileView, WorkKind } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { Labelled } from '../../shared/labelled.js';
import { useDraft } from '../../shared/use-draft.js';
import { useSkillTexts } from '../../skills/texts.js';
import { useSkillWords } from '../../skills/use-skill-words.js';
import { DraftForm } from '../draft-form.js';
import { KindLimits } from './kind-limits.js';
import { useProfileTexts } from './profile-texts.js';
import { useEditProfile } from './queries.js';
import { SkillEditor } from './skill-editor.js';

const draftOf = ({ version, capacity, kindLimits, skills }: AgentProfileView) => ({
  version,
  draft: { capacity, kindLimits, skills },
});
type Draft = ReturnType<typeof draftOf>['draft'];

/** How much work somebody can hold, and what they are good at. */
export function ProfileForm({ id: staffId, profile }: { id: string; profile: AgentProfileView }) {
  const { formats } = useLanguage();
  const texts = useProfileTexts();
  const kinds = useSkillTexts();
  const { long } = useSkillWords();
  const id = useId();
  const form = useDraft(draftOf(profile));

  const shown = (key: keyof Draft, draft: Draft): string => {
    if (key === 'capacity') return String(draft.capacity);
    if (key === 'kindLimits')
      return formats.list(
        Object.entries(draft.kindLimits).map(([kind, units]) => `${kinds(`kind.${kind as WorkKind}`)} ${units}`),
      );
    return formats.list(Object.entries(draft.skills).map(([skill, proficiency]) => `${long(skill)} ${proficiency}`));
  };

  return (
    <section className="sheet staff-part staff-reception" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{texts('title')}</h3>
      <p className="staff-quiet">{texts('detail')}</p>
      <DraftForm
        form={form}
        saving={useEditProfile(staffId)}
        toSave={() => form.draft}
        draftOf={draftOf}
        field={(key, draft) => ({ label: texts(key), value: shown(key, draft) })}
        className="staff-form"
      >
        {() => (
          <div className="staff-profile">
            <div className="staff-form">
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
              <KindLimits
                limits={form.draft.kindLimits}
                profile={profile}
                capacity={form.draft.capacity}
                onChange={(kindLimits) => form.set({ kindLimits })}
              />
            </div>
            <SkillEditor skills={form.draft.skills} onChange={(skills) => form.set({ skills })} />
          </div>
        )}
      </DraftForm>
    </section>
  );
}
