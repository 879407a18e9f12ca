import { WarningOutlined } from '@ant-design/icons';
import type { Field } from './field.js';
import { useReplyTexts } from './texts.js';

/** What a canned reply left open: each leads to its place in the text. */
export function Unfilled({ variables, field }: { variables: string[]; field: Field }) {
  const texts = useReplyTexts();
  if (variables.length === 0) return null;
  return (
    <p className="reply-unfilled" role="alert">
      <WarningOutlined aria-hidden /> {texts('unfilled')}
      {variables.map((variable) => (
        <button
          key={variable}
          type="button"
          aria-label={texts('unfilledOne', { variable })}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => selectVariable(field, variable)}
        >
          {variable}
        </button>
      ))}
    </p>
  );
}

export function selectVariable(field: Field, variable: string): void {
  const from = field.text.indexOf(variable);
  if (from >= 0) field.select(from, from + variable.length);
}
