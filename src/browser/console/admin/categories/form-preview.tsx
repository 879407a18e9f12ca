import { Button, Segmented } from 'antd';
import { useId, useState } from 'react';
import { checkForm, type FormValues, fieldsForCustomers, shownFields } from '../../../../contract/index.js';
import { FormField } from '../../case-panel/form-field.js';
import { useLanguage } from '../../i18n/i18n.js';
import { Labelled } from '../../shared/labelled.js';
import { type FieldDraft, fieldView } from './sub-category-draft.js';
import { useCategoryTexts } from './texts.js';

const STAGES = ['customer', 'staff', 'resolve'] as const;
type Stage = (typeof STAGES)[number];

/** The form to try: the conditions and checks are those of the desk itself. */
export function FormPreview({ form }: { form: FieldDraft[] }) {
  const { pick } = useLanguage();
  const texts = useCategoryTexts();
  const id = useId();
  const [values, setValues] = useState<FormValues>({});
  const [stage, setStage] = useState<Stage>('customer');
  const [tried, setTried] = useState(false);
  const whole = form.map(fieldView);
  const asked = stage === 'customer' ? fieldsForCustomers(whole) : whole;
  const { problems } = checkForm(asked, values, { needed: stage === 'resolve' ? ['open', 'resolve'] : ['open'] });
  const shown = shownFields(asked, values);
  return (
    <aside className="sheet cat-part cat-preview" aria-label={texts('preview')}>
      <h4>{texts('preview')}</h4>
      <p className="field-hint">{form.length === 0 ? texts('previewEmpty') : texts('previewHint')}</p>
      {form.length > 0 && (
        <Segmented<Stage>
          block
          size="small"
          aria-label={texts('previewAs')}
          value={stage}
          options={STAGES.map((value) => ({ value, label: texts(`preview_${value}`) }))}
          onChange={(next) => {
            setStage(next);
            setTried(false);
          }}
        />
      )}
      {shown.map((field) => {
        const problem = tried ? problems.find(({ key }) => key === field.key) : undefined;
        return (
          <Labelled
            key={field.key}
            id={`${id}-${field.key}`}
            label={pick(field.label) || texts('unnamed')}
            required={field.requiredAt === 'open' || (stage === 'resolve' && field.requiredAt === 'resolve')}
            error={problem && pick(problem.fix)}
          >
            <FormField
              id={`${id}-${field.key}`}
              field={field}
              value={values[field.key] ?? ''}
              disabled={false}
              isWrong={problem !== undefined}
              onChange={(value) => setValues((current) => ({ ...current, [field.key]: value }))}
            />
          </Labelled>
        );
      })}
      {form.length > 0 && shown.length === 0 && <p className="cat-none">{texts('previewNothing')}</p>}
      {shown.length > 0 && (
        <div className="cat-try">
          <Button size="small" onClick={() => setTried(true)}>
            {texts('try')}
          </Button>
          <Button
            size="small"
            type="text"
            onClick={() => {
              setValues({});
              setTried(false);
            }}
          >
            {texts('tryAgain')}
          </Button>
          {tried && (
            <span role="status" className={problems.length > 0 ? 'field-error' : 'cat-good'}>
              {problems.length > 0 ? texts('tryWrong', { count: problems.length }) : texts('tryGood')}
            </span>
          )}
        </div>
      )}
    </aside>
  );
}
