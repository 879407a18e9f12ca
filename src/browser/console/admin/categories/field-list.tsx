import { Button } from 'antd';
import { useState } from 'react';
import type { FormFieldView } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { FieldEditor } from './field-editor.js';
import { MoveButtons } from './move-buttons.js';
import { type FieldDraft, faultOf, fieldDraft, moved, newField } from './sub-category-draft.js';
import { useCategoryTexts } from './texts.js';

const MOST_FIELDS = 20;

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
  const left = saved.filter(({ key }) => !form.some((field) => field.key === key));
  const add = () => {
    const id = `new ${added}`;
    setAdded(added + 1);
    setOpen(id);
    onChange([...form, newField(id)]);
  };
  return (
    <section className="admin-sheet cat-part" aria-labelledby="cat-form-title">
      <h4 id="cat-form-title">{texts('form')}</h4>
      <p className="admin-hint">{texts('formHint')}</p>
      {form.length === 0 && <p className="cat-none">{texts('noFields')}</p>}
      <ol className="cat-fields">
        {form.map((field, place) => {
          const label = pick(field.label) || texts('unnamed');
          const isWrong = (tried && faultOf(form, place)) || refused.some((path) => path.startsWith(`form.${place}.`));
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
                  {field.required && <span className="badge badge-info">{texts('required')}</span>}
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
                  fault={tried ? faultOf(form, place) : undefined}
                  onChange={(change) =>
                    onChange(form.map((each) => (each.id === field.id ? { ...each, ...change } : each)))
                  }
                />
              )}
            </li>
          );
        })}
      </ol>
      <Button onClick={add} disabled={form.length >= MOST_FIELDS}>
        + {texts('addField')}
      </Button>
      {left.length > 0 && (
        <>
          <h5>{texts('retired')}</h5>
          <p className="admin-hint">{texts('retiredHint')}</p>
          <ul className="cat-retired">
            {left.map((field) => (
              <li key={field.key}>
                <span>{pick(field.label)}</span>
                <span className="badge">{texts(`type_${field.type}`)}</span>
                <Button
                  size="small"
                  disabled={form.length >= MOST_FIELDS}
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
