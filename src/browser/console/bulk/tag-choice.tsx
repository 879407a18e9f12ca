import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useId, useState } from 'react';
import { tidyTag } from '../../../contract/index.js';
import { api } from '../api/endpoints.js';
import { keys } from '../api/queries.js';
import { useBulkDialogTexts } from './dialog-texts.js';

interface Props {
  label: string;
  value: string[];
  onChange: (tags: string[]) => void;
}

/** Some tags, known or new. */
export function TagChoice({ label, value, onChange }: Props) {
  const words = useBulkDialogTexts();
  const id = useId();
  const [typed, setTyped] = useState('');
  const known = useQuery({ queryKey: [...keys.tags, tidyTag(typed)], queryFn: () => api.tags(tidyTag(typed)) });
  return (
    <>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <Select<string[]>
        id={id}
        mode="tags"
        style={{ width: '100%' }}
        placeholder={words('tagsPlaceholder')}
        tokenSeparators={[',', '，', '、']}
        filterOption={false}
        value={value}
        options={known.data?.items.map(({ tag }) => ({ value: tag, label: tag }))}
        onSearch={setTyped}
        onChange={(tags) => {
          setTyped('');
          onChange(tags);
        }}
      />
    </>
  );
}
