import { Select } from 'antd';
import { useId } from 'react';
import { Labelled } from '../../shared/labelled.js';

/** Any number of words, as they are typed or pasted. */
export function WordList({
  label,
  hint,
  value,
  maximum,
  error,
  onChange,
}: {
  label: string;
  hint?: string;
  value: string[];
  maximum: number;
  error?: string;
  onChange: (words: string[]) => void;
}) {
  const id = useId();
  return (
    <Labelled id={id} label={label} hint={hint} error={error}>
      <Select
        id={id}
        mode="tags"
        open={false}
        suffixIcon={null}
        style={{ width: '100%' }}
        value={value}
        maxCount={maximum}
        status={error ? 'error' : undefined}
        tokenSeparators={[',', '，', '、', ';', '；', '\n']}
        onChange={(words: string[]) => onChange([...new Set(words.map((word) => word.trim()).filter(Boolean))])}
      />
    </Labelled>
  );
}
