import { useId, useState } from 'react';
import { FormField } from '../../case-panel/form-field.js';
import { useLanguage } from '../../i18n/i18n.js';
import { Labelled } from '../labelled.js';
import { type FieldDraft, fieldView } from './sub-category-draft.js';
import { useCategoryTexts } from './texts.js';

/** The form as agents will see it; one can try it. */
export function FormPreview({ form }: { form: FieldDraft[] }) {
  const { pick } = useLanguage();
  const texts = useCategoryTexts();
  const id = useId();
  const [values, setValues] = useState<Record<string, string>>({});
  return (
    <aside className="admin-sheet cat-part cat-preview" aria-label={texts('preview')}>
      <h4>{texts('preview')}</h4>
      <p className="admin-hint">{form.length === 0 ? texts('previewEmpty') : texts('previewHint')}</p>
      {form.map((field) => (
        <Labelled
          key={field.id}
          id={`${id}-${field.id}`}
          label={pick(field.label) || texts('unnamed')}
          required={field.required}
        >
          <FormField
            id={`${id}-${field.id}`}
            field={fieldView(field)}
            value={values[field.id] ?? ''}
            disabled={false}
            isWrong={false}
            onChange={(value) => setValues((current) => ({ ...current, [field.id]: value }))}
          />
        </Labelled>
      ))}
    </aside>
  );
}
