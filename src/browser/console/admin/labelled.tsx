import type { ReactNode } from 'react';
import { useLanguage } from '../i18n/i18n.js';

/** A form field with its name above, and below it what helps or what is wrong. `id` is the control's. */
export function Labelled({
  id,
  label,
  hint,
  required = false,
  error,
  children,
}: {
  id: string;
  label: string;
  hint?: ReactNode;
  required?: boolean;
  error?: string;
  children: ReactNode;
}) {
  const { t } = useLanguage();
  return (
    <div className="admin-field">
      <label className="field-label" htmlFor={id}>
        {label}
        {required && (
          <span className="required" title={t('form.required')}>
            {' *'}
            <span className="sr-only">{t('form.required')}</span>
          </span>
        )}
      </label>
      {children}
      {hint && <p className="admin-hint">{hint}</p>}
      {error && (
        <p role="alert" className="field-error">
          {error}
        </p>
      )}
    </div>
  );
}
