import { Button } from 'antd';
import { useState } from 'react';
import { FORM_LIMITS, type FormFieldView } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { MoveButtons } from '../move-buttons.js';
import { FieldEditor } from './field-editor.js';
import { type FieldDraft, faultsOf, fieldDraft, moved, newField } from './sub-category-draft.js';
import { useCategoryTexts } from './texts.js';

/** The fields of a form, in order; one of them is open. What is removed can be restored, for it is archived. */
export function FieldList({
  form,
  saved,
  tried,
  refused,
  onChange,
}: {
  form: FieldDraft[];
  saved: readonly FormFieldView[];
  tried: boolean;
  refused: string[];
  onChange: (form: FieldDraft[]) => void;
}) {
  const { pick } = useLanguage();
  const texts = useCategoryTexts();
  const [open, setOpen] = useState<string>();
  const [added, setAdded] = useState(0);
  const faults = faultsOf(form, saved);
  const left = saved.filter(({ key }) => !form.some((field) => field.key === key));
  const add = () => {
    const id = `new ${added}`;
    setAdded(added + 1);
    setOpen(id);
    onChange([...form, newField(id)]);
  };
  return (
    <section className="sheet cat-part" aria-labelledby="cat-form-title">
      <h4 id="cat-form-title">{texts('form')}</h4>
      <p className="field-hint">{texts('formHint')}</p>
      {form.length === 0 && <p className="cat-none">{texts('noFields')}</p>}
      <ol className="cat-fields">
        {form.map((field, place) => {
          const label = pick(field.label) || texts('unnamed');
          const at = `form.${place}.`;
          const own = faults.filter(({ path }) => path.startsWith(at));
          const isWrong =
            own.some(({ path }) => tried || path.endsWith('.showWhen')) || refused.some((path) => path.startsWith(at));
          return (
            <li key={field.id} className={isWrong ? 'cat-wrong' : undefined}>
              <div className="cat-field-head">
                <button
                  type="button"
                  className="cat-field-toggle"
                  aria-expanded={open === field.id}
                  onClick={() => setOpen(open === field.id ? undefined : field.id)}
                >
                  <b className="ellipsis">{label}</b>
                  <span className="badge">{texts(`type_${field.type}`)}</span>
                  {field.requiredAt && (
                    <span className="badge badge-info">{texts(`required_${field.requiredAt}`)}</span>
                  )}
                  {field.showWhen && <span className="badge">{texts('conditional')}</span>}
                  {!field.customerVisible && <span className="badge">{texts('internal')}</span>}
                </button>
                <MoveButtons
                  name={label}
                  isFirst={place === 0}
                  isLast={place === form.length - 1}
                  onMove={(by) => onChange(moved(form, place, by))}
                />
                <button
                  type="button"
                  className="quiet-button"
                  aria-label={texts('removeField', { label })}
                  onClick={() => onChange(form.filter(({ id }) => id !== field.id))}
                >
                  ✕
                </button>
              </div>
              {open === field.id && (
                <FieldEditor
                  field={field}
                  earlier={form.slice(0, place)}
                  faults={own}
                  tried={tried}
                  onChange={(change) =>
                    onChange(form.map((each) => (each.id === field.id ? { ...each, ...change } : each)))
                  }
                />
              )}
            </li>
          );
        })}
      </ol>
      <Button onClick={add} disabled={form.length >= FORM_LIMITS.fields}>
        + {texts('addField')}
      </Button>
      {left.length > 0 && (
        <>
          <h5>{texts('retired')}</h5>
          <p className="field-hint">{texts('retiredHint')}</p>
          <ul className="cat-retired">
            {left.map((field) => (
              <li key={field.key}>
                <span>{pick(field.label)}</span>
                <span className="badge">{texts(`type_${field.type}`)}</span>
                <Button
                  size="small"
                  disabled={form.length >= FORM_LIMITS.fields}
                  onClick={() => onChange([...form, fieldDraft(field)])}
                >
                  {texts('restoreField')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
