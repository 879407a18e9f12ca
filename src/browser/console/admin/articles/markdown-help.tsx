import './markdown-field.css';
import { useMarkdownTexts } from './markdown-texts.js';

const SYNTAX = [
  ['heading', '## …'],
  ['callout', '> [!NOTE]\n> …'],
  ['steps', '::: steps\n1. …\n2. …\n:::'],
  ['video', '[…](https://www.bilibili.com/video/BV…)'],
  ['article', '[…](payout-delay)'],
] as const;

/** The marks beyond ordinary Markdown. */
export function MarkdownHelp() {
  const texts = useMarkdownTexts();
  return (
    <dl className="markdown-help">
      {SYNTAX.map(([key, marks]) => (
        <div key={key}>
          <dt>
            <pre>{marks}</pre>
          </dt>
          <dd>{texts(`help.${key}`)}</dd>
        </div>
      ))}
    </dl>
  );
}
