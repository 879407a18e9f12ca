import type { ReactNode } from 'react';
import { useLanguage } from '../i18n/i18n.js';

interface Props {
  id: string;
  label: string;
  required?: boolean;
  error?: string;
  /** Beside the label. */
  mark?: ReactNode;
  children: ReactNode;
}

/** A field with its label before it and what is wrong with it after it. */
export function Labelled({ id, label, required = false, error, mark, children }: Props) {
  const { t } = useLanguage();
  return (
    <div className="labelled">
      <span className="label-line">
        <label className="field-label" htmlFor={id}>
          {label}
          {required && (
            <span className="required" title={t('form.required')}>
              {' *'}
              <span className="sr-only">{t('form.required')}</span>
            </span>
          )}
        </label>
        {mark}
      </span>
      {children}
      {error && (
        <p role="alert" className="field-error">
          {error}
        </p>
      )}
    </div>
  );
}
