import { Input } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../../i18n/i18n.js';
import { readDuration, writeDuration } from '../../sla/duration.js';

/**
 * A duration, typed as one likes and written out once one has left the field.
 * @param value seconds, null for none, or what was typed while it cannot be read
 */
export function DurationInput({
  id,
  label,
  value,
  placeholder,
  className,
  error,
  onChange,
}: {
  id?: string;
  label: string;
  value: number | null | string;
  placeholder?: string;
  className?: string;
  error?: string;
  onChange: (value: number | null | string) => void;
}) {
  const { locale } = useLanguage();
  const [typed, setTyped] = useState<string>();
  const shown = typeof value === 'number' ? writeDuration(value, locale) : (value ?? '');
  return (
    <>
      <Input
        id={id}
        className={className}
        aria-label={label}
        aria-invalid={error !== undefined}
        title={error}
        value={typed ?? shown}
        placeholder={placeholder}
        maxLength={40}
        autoComplete="off"
        status={error === undefined ? undefined : 'error'}
        onChange={({ target }) => {
          setTyped(target.value);
          onChange(readDuration(target.value) ?? (target.value.trim() === '' ? null : target.value));
        }}
        onBlur={() => setTyped(undefined)}
      />
      {error && (
        <p role="alert" className="field-error">
          {error}
        </p>
      )}
    </>
  );
}
