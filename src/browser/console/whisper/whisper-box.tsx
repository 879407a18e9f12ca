import { EyeInvisibleFilled } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { LIMITS } from '../../../contract/index.js';
import { useWhisperTexts } from './texts.js';
import { useWhisper } from './use-whisper.js';
import './whisper.css';

/**
 * Where a supervisor whispers. It shares neither field, draft nor key with replies and notes: Enter sends nothing here, so that
 * no habit can send it, or anything else, by mistake.
 */
export function WhisperBox({ number, name, onDone }: { number: string; name: string; onDone: () => void }) {
  const texts = useWhisperTexts();
  const [body, setBody] = useState('');
  const whisper = useWhisper({ number, name }, onDone);
  const submit = () => body.trim() !== '' && whisper.mutate(body.trim());
  return (
    <div className="whisper-box">
      <p className="whisper-audience">
        <EyeInvisibleFilled aria-hidden /> {texts('audience', { name })}
      </p>
      <Input.TextArea
        ref={(field) => field?.focus()}
        variant="borderless"
        autoSize={{ minRows: 2, maxRows: 9 }}
        aria-label={texts('to', { name })}
        placeholder={texts('placeholder', { name })}
        maxLength={LIMITS.noteLength}
        value={body}
        onChange={(event) => setBody(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
        }}
      />
      <div className="whisper-end">
        <small>{texts('keys')}</small>
        <Button type="primary" disabled={body.trim() === ''} loading={whisper.isPending} onClick={submit}>
          {texts('send')}
        </Button>
      </div>
    </div>
  );
}
