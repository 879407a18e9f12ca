import { Input } from 'antd';
import { useId } from 'react';
import { Labelled } from '../../shared/labelled.js';
import { useSlaTexts } from './texts.js';

const LENGTH = 200;

/** What is said to a new version. */
export function NoteField({ note, onChange }: { note: string; onChange: (note: string) => void }) {
  const texts = useSlaTexts();
  const id = useId();
  return (
    <Labelled id={id} label={texts('note')} hint={texts('noteHint')}>
      <Input id={id} value={note} maxLength={LENGTH} onChange={({ target }) => onChange(target.value)} />
    </Labelled>
  );
}
