import type { PropsWithChildren, ReactNode } from 'react';
import { useLanguage } from '../i18n/i18n.js';

interface Props {
  /** The control's. */
  id: string;
  label: string;
  /** Beside the label. */
  mark?: ReactNode;
  hint?: ReactNode;
  required?: boolean;
  error?: string;
}

/** A form field with its name above, and below it what helps or what is wrong. */
export function Labelled({ id, label, mark, hint, required = false, error, children }: PropsWithChildren<Props>) {
  const { t } = useLanguage();
  const name = (
    <label className="field-label" htmlFor={id}>
      {label}
      {required && (
        <span className="required" title={t('form.required')}>
          {' *'}
          <span className="sr-only">{t('form.required')}</span>
        </span>
      )}
    </label>
  );
  return (
    <div className="labelled">
      {mark ? (
        <span className="label-line">
          {name}
          {mark}
        </span>
      ) : (
        name
      )}
      {children}
      {hint && <p className="field-hint">{hint}</p>}
      {error && (
        <p role="alert" className="field-error">
          {error}
        </p>
      )}
    </div>
  );
}
