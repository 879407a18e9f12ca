/** Where a `/` asks for canned replies: its place, and what is typed behind it. */
export interface Slash {
  start: number;
  query: string;
}

/** A `/` within an address, a fraction or a date is none. */
const SLASH = /(?:^|[^\w:/.])\/([^\n/]{0,40})$/;

/** The one that the caret stands behind, if it does. */
export function slashBefore(text: string, caret: number): Slash | undefined {
  const before = text.slice(0, caret);
  const query = SLASH.exec(before)?.[1];
  return query === undefined || query.startsWith(' ') ? undefined : { start: caret - query.length - 1, query };
}
