import { EyeOutlined } from '@ant-design/icons';
import { Tooltip } from 'antd';
import { useEffect } from 'react';
import { useLanguage } from '../i18n/i18n.js';
import { Labelled } from '../shared/labelled.js';
import { FormField } from './form-field.js';
import { useFormTexts } from './form-texts.js';
import type { CaseFormState } from './use-case-form.js';

interface Props {
  id: string;
  form: CaseFormState;
  readOnly: boolean;
  /** Fields that somebody was sent here to fill in; the first of them is gone to. */
  wanted: readonly string[];
}

/** The fields of the sub-category, as the answers stand. */
export function CaseFields({ id, form, readOnly, wanted }: Props) {
  const { pick, t } = useLanguage();
  const texts = useFormTexts();
  const { facts, fields, set } = form;
  const first = fields.find(({ key }) => wanted.includes(key))?.key;

  useEffect(() => {
    if (first === undefined) return;
    const element = document.getElementById(`${id}-${first}`);
    element?.scrollIntoView({ block: 'center' });
    element?.focus();
  }, [id, first]);

  return fields.map((field) => (
    <Labelled
      key={field.key}
      id={`${id}-${field.key}`}
      label={field.archived ? t('form.archived', { name: pick(field.label) }) : pick(field.label)}
      required={field.requiredAt === 'open' && !field.archived}
      error={form.errorOf(`form.${field.key}`)}
      mark={
        <>
          {field.requiredAt === 'resolve' && !field.archived && (
            <span className="badge badge-info">{texts('atResolve')}</span>
          )}
          {field.customerVisible && (
            <Tooltip title={texts('visibleHint')}>
              <EyeOutlined className="trail-visible" aria-label={texts('visible')} />
            </Tooltip>
          )}
        </>
      }
    >
      <FormField
        id={`${id}-${field.key}`}
        field={field}
        value={facts[`form.${field.key}`] ?? ''}
        disabled={readOnly || field.archived === true}
        isWrong={form.errorOf(`form.${field.key}`) !== undefined}
        onChange={(value) => set({ [`form.${field.key}`]: value })}
      />
    </Labelled>
  ));
}
