import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea.js';
import { useId, useRef } from 'react';
import { LIMITS, REPLY_VARIABLES, unknownVariables } from '../../../contract/index.js';
import { useField } from '../composer/replies/field.js';
import { cannedReplies, countUse } from '../composer/replies/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { useBulkDialogTexts } from './dialog-texts.js';

/** One text for all, with places that are filled in for each. */
export function AnswerFields({ body, onChange }: { body: string; onChange: (body: string) => void }) {
  const { pick } = useLanguage();
  const words = useBulkDialogTexts();
  const ids = { body: useId(), canned: useId() };
  const area = useRef<TextAreaRef>(null);
  const field = useField(area, body, onChange);
  const replies = useQuery(cannedReplies).data?.items ?? [];
  const insert = (text: string) => {
    const { caret } = field.read();
    field.replace(caret, caret, text, { from: caret + text.length, to: caret + text.length });
  };
  const [unknown] = unknownVariables(body);
  return (
    <>
      <label className="field-label" htmlFor={ids.body}>
        {words('answer')}
      </label>
      <Input.TextArea
        id={ids.body}
        ref={area}
        rows={5}
        maxLength={LIMITS.messageLength}
        value={body}
        status={unknown ? 'error' : ''}
        placeholder={words('answerHint')}
        onChange={(event) => onChange(event.target.value)}
      />
      <div className="bulk-insert">
        <span>{words('variables')}</span>
        {REPLY_VARIABLES.map((variable) => (
          <Button key={variable} size="small" onClick={() => insert(`{{${variable}}}`)}>
            {words(variable)}
          </Button>
        ))}
      </div>
      {replies.length > 0 && (
        <>
          <label className="field-label" htmlFor={ids.canned}>
            {words('canned')}
          </label>
          <Select<string>
            id={ids.canned}
            style={{ width: '100%' }}
            showSearch={{ optionFilterProp: 'found' }}
            value={null}
            options={replies.map((reply) => ({
              value: reply.id,
              label: pick(reply.title),
              found: `${pick(reply.title)} ${reply.pinyin} ${reply.initials}`,
            }))}
            onChange={(id) => {
              const reply = replies.find((each) => each.id === id);
              if (!reply) return;
              onChange(pick(reply.body));
              countUse(id);
            }}
          />
        </>
      )}
    </>
  );
}
