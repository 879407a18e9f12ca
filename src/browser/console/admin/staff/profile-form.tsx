import { App, InputNumber, Select } from 'antd';
import { useId } from 'react';
import { type AgentProfileView, LOCALES } from '../../../../contract/index.js';
import { isProblem } from '../../api/client.js';
import { useCategories } from '../../api/queries.js';
import { useLanguage } from '../../i18n/i18n.js';
import { EditConflict } from '../edit-conflict.js';
import { Labelled } from '../labelled.js';
import { SaveBar } from '../save-bar.js';
import { useAdminTexts } from '../texts.js';
import { useDraft } from '../use-draft.js';
import { useEditProfile } from './queries.js';
import { useStaffTexts } from './texts.js';

const draftOf = ({ version, capacity, skills }: AgentProfileView) => ({
  version,
  draft: { capacity, skills: [...skills].sort() },
});

/** How much work somebody can hold, and of what kind. */
export function ProfileForm({ id: staffId, profile }: { id: string; profile: AgentProfileView }) {
  const { pick } = useLanguage();
  const texts = useStaffTexts();
  const adminTexts = useAdminTexts();
  const { message } = App.useApp();
  const id = useId();
  const categories = useCategories().data?.items ?? [];
  const form = useDraft(draftOf(profile));
  const editing = useEditProfile(staffId);
  const options = [
    ...LOCALES.map((value) => ({ value: value as string, label: texts(`locale.${value}`) })),
    ...categories.map(({ key, name }) => ({ value: key as string, label: pick(name) })),
  ];
  const skillNames = (skills: string[]) =>
    skills.map((skill) => options.find(({ value }) => value === skill)?.label ?? skill).join('、');

  function submit() {
    editing.mutate(
      { version: form.version, ...form.draft },
      {
        onSuccess: (saved) => {
          form.saved(draftOf(saved));
          void message.success(adminTexts('saved'));
        },
        onError: (error) => {
          if (isProblem(error, 'conflict')) void message.warning(adminTexts('merged'));
        },
      },
    );
  }

  return (
    <section className="admin-sheet staff-part" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{texts('reception')}</h3>
      <p className="staff-quiet">{texts('receptionDetail')}</p>
      {form.conflicts.length > 0 && (
        <EditConflict
          fields={form.conflicts.map((key) => ({
            key,
            label: texts(key),
            theirs: key === 'capacity' ? String(form.theirs.capacity) : skillNames(form.theirs.skills),
            mine: key === 'capacity' ? String(form.draft.capacity) : skillNames(form.draft.skills),
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
        <Labelled id={`${id}-capacity`} label={texts('capacity')} hint={texts('capacityHint', { load: profile.load })}>
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
  );
}
