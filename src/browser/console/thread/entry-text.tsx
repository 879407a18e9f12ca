import type { ReactNode } from 'react';
import { linkedText } from './linked-text.js';

/** With the names of who is addressed in it set off. */
function marked(text: string, names: readonly string[]): ReactNode {
  const place = names
    .map((name) => ({ name, at: text.indexOf(`@${name}`) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at || b.name.length - a.name.length)[0];
  if (!place) return text;
  const end = place.at + place.name.length + 1;
  return (
    <>
      {text.slice(0, place.at)}
      <mark className="mention">@{place.name}</mark>
      {marked(text.slice(end), names)}
    </>
  );
}

/** Plain text with its web addresses as links. They may lead anywhere: the target learns nothing of this page. */
export function EntryText({ text, names = [] }: { text: string; names?: readonly string[] }) {
  if (text === '') return null;
  let position = 0;
  return (
    <div className="entry-text">
      {linkedText(text).map((piece) => {
        const key = position;
        position += piece.text.length;
        return piece.href ? (
          <a key={key} href={piece.href} target="_blank" rel="noopener noreferrer nofollow">
            {piece.text}
          </a>
        ) : (
          <span key={key}>{marked(piece.text, names)}</span>
        );
      })}
    </div>
  );
}
