import { diffLines } from 'diff';
import { useMemo } from 'react';

const CONTEXT = 2;

/** Two texts line by line: what only the first has is struck out, what only the second has is marked. Long equal parts are left out. */
export function LineDiff({ before, after }: { before: string; after: string }) {
  const parts = useMemo(() => diffLines(ended(before), ended(after)), [before, after]);
  return (
    <pre className="article-diff">
      {parts.map((part, index) => {
        const lines = part.value.replace(/\n$/, '');
        const key = `${index}-${part.added ? '+' : part.removed ? '-' : '='}`;
        if (part.added) return <ins key={key}>{lines}</ins>;
        if (part.removed) return <del key={key}>{lines}</del>;
        return <span key={key}>{abridged(lines, index === 0, index === parts.length - 1)}</span>;
      })}
    </pre>
  );
}

/** A last line without its end would differ from the same line with one. */
const ended = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);

function abridged(text: string, isFirst: boolean, isLast: boolean): string {
  const lines = text.split('\n');
  const head = isFirst ? 0 : CONTEXT;
  const tail = isLast ? 0 : CONTEXT;
  if (lines.length <= head + tail + 1) return text;
  return [...lines.slice(0, head), '…', ...(tail > 0 ? lines.slice(-tail) : [])].join('\n');
}
