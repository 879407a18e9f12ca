/** A piece of a text; `href` when it is a link. */
export interface TextPiece {
  text: string;
  href?: string;
}

// Ends before white space, quotes and the punctuation of Chinese text, which belongs to the sentence.
const URL_PATTERN = /https?:\/\/[^\s"'<>，。；：！？、（）《》「」]+/g;

/** Splits plain text at its web addresses. Only http and https become links. */
export function linkedText(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const match of text.matchAll(URL_PATTERN)) {
    const url = match[0].replace(/[.,;:!?)\]]+$/, '');
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) });
    pieces.push({ text: url, href: url });
    from = match.index + url.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}
