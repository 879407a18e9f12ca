export interface TextPart {
  text: string;
  /** Set for a link; http or https only. */
  href?: string;
}

const ADDRESS = /https?:\/\/[^\s<>"'`，。；：！？、（）【】《》「」“”‘’]+/gi;
const TRAILING = /[.,;:!?)\]}*_~]$/;

/** Cuts off what ends a sentence rather than the address; a closing bracket stays when the address opened it. */
function trimAddress(address: string): string {
  let end = address;
  while (TRAILING.test(end)) {
    if (end.endsWith(')') && end.split('(').length >= end.split(')').length) break;
    end = end.slice(0, -1);
  }
  return end;
}

/** Splits plain text into text and web addresses. Concatenated, the parts are the text. */
export function linkify(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = trimAddress(match[0]);
    if (!URL.canParse(address)) continue;
    if (match.index > from) parts.push({ text: text.slice(from, match.index) });
    parts.push({ text: address, href: address });
    from = match.index + address.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}

/** A link that may be followed: an address below this server, or http(s). Everything else, e.g. `javascript:`, is none. */
export function safeHref(address: string | undefined): string | undefined {
  return address && /^(https?:\/\/|\/(?![/\\]))/i.test(address) ? address : undefined;
}
