import type { SaidView } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { defineTexts } from '../i18n/texts.js';

const useTexts = defineTexts(
  { customer: '客户', bot: '机器人', note: '备注', call: '通话' },
  { customer: 'Customer', bot: 'Bot', note: 'Note', call: 'Call' },
);

/** Where in the thread of a ticket stands what one searched for. */
export function SaidLine({ said: { kind, authorKind, authorName, at, text, marks } }: { said: SaidView }) {
  const { formats } = useLanguage();
  const texts = useTexts();
  const who = kind === 'message' ? (authorKind === 'staff' ? '' : authorKind) : kind;
  const label = who === 'customer' || who === 'bot' || who === 'note' || who === 'call' ? texts(who) : '';
  const name = authorKind === 'bot' ? '' : authorName;
  return (
    <span className={kind === 'note' ? 'said said-note' : 'said'}>
      <span className="said-who">
        {[label, name].filter(Boolean).join(' ')}
        <time dateTime={at} title={formats.full(at)} className="tabular">
          {formats.short(at)}
        </time>
      </span>
      <span className="said-text">{pieces(text, marks)}</span>
    </span>
  );
}

function pieces(text: string, marks: SaidView['marks']) {
  const ends = [...marks.map(({ to }) => to), text.length];
  return [{ from: 0, to: 0 }, ...marks].map(({ from, to }, at) => (
    <span key={to}>
      {to > from && <mark>{text.slice(from, to)}</mark>}
      {text.slice(to, marks[at]?.from ?? ends.at(-1))}
    </span>
  ));
}
