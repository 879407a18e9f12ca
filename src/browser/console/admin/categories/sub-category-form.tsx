import { Select } from 'antd';
import { useId } from 'react';
import { NATURES, PRIORITIES } from '../../../../contract/index.js';
import { useTeams } from '../../api/queries.js';
import { useLanguage } from '../../i18n/i18n.js';
import { BilingualInput } from '../../shared/bilingual-input.js';
import { Labelled } from '../../shared/labelled.js';
import { ChecklistEditor } from './checklist-editor.js';
import { FieldList } from './field-list.js';
import { FormPreview } from './form-preview.js';
import type { Saved, SubCategoryDraft } from './sub-category-draft.js';
import { useCategoryTexts } from './texts.js';

/**
 * Everything about a sub-category that one types, with its form as agents will see it.
 * @param saved what the server has, archived ones included @param refused paths of what the server took offence at
 */
export function SubCategoryForm({
  draft,
  saved,
  tried,
  refused,
  onChange,
}: {
  draft: SubCategoryDraft;
  saved: Saved;
  tried: boolean;
  refused: string[];
  onChange: (change: Partial<SubCategoryDraft>) => void;
}) {
  const { t, pick } = useLanguage();
  const texts = useCategoryTexts();
  const id = useId();
  const teams = useTeams().data?.items ?? [];
  const isGone = teams.length > 0 && !teams.some(({ key }) => key === draft.teamKey);
  return (
    <>
      <section className="sheet cat-part">
        <h4>{texts('basics')}</h4>
        <BilingualInput
          label={texts('name')}
          value={draft.name}
          maxLength={40}
          errorOf={(locale) => (tried && !draft.name[locale].trim() ? t('form.required') : undefined)}
          onChange={(name) => onChange({ name })}
        />
        <div className="field-pair">
          <Labelled
            id={`${id}-team`}
            label={texts('team')}
            hint={texts('teamHint')}
            error={
              isGone
                ? texts('teamMissing', { team: draft.teamKey })
                : refused.includes('teamKey')
                  ? t('form.mismatch')
                  : undefined
            }
          >
            <Select
              id={`${id}-team`}
              style={{ width: '100%' }}
              value={draft.teamKey}
              options={teams.map(({ key, name }) => ({ value: key, label: pick(name) }))}
              onChange={(teamKey) => onChange({ teamKey })}
            />
          </Labelled>
          <Labelled id={`${id}-priority`} label={texts('priority')}>
            <Select
              id={`${id}-priority`}
              style={{ width: '100%' }}
              value={draft.priority}
              options={PRIORITIES.map((value) => ({ value, label: t(`priority.${value}`) }))}
              onChange={(priority) => onChange({ priority })}
            />
          </Labelled>
          <Labelled id={`${id}-nature`} label={texts('nature')}>
            <Select
              id={`${id}-nature`}
              style={{ width: '100%' }}
              value={draft.nature}
              options={NATURES.map((value) => ({ value, label: t(`nature.${value}`) }))}
              onChange={(nature) => onChange({ nature })}
            />
          </Labelled>
        </div>
      </section>
      <div className="cat-form">
        <FieldList
          form={draft.form}
          saved={saved.form}
          tried={tried}
          refused={refused}
          onChange={(form) => onChange({ form })}
        />
        <FormPreview form={draft.form} />
      </div>
      <ChecklistEditor
        items={draft.checklist}
        saved={saved.checklist}
        tried={tried}
        onChange={(checklist) => onChange({ checklist })}
      />
    </>
  );
}
