import { linkedText } from './linked-text.js';

/** Plain text with its web addresses as links. They may lead anywhere: the target learns nothing of this page. */
export function EntryText({ text }: { text: string }) {
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
          <span key={key}>{piece.text}</span>
        );
      })}
    </div>
  );
}
