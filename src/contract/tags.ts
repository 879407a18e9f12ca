export const TAG_LIMITS = { perTicket: 20, length: 30, suggested: 50 } as const;

/** A tag as it is kept: one line without a comma, which stands between tags in addresses. Empty: it is none. */
export const tidyTag = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\s,，、]+/gu, ' ')
    .trim();

/** A tag that cases have. */
export interface TagView {
  tag: string;
  /** How often it was put on a case. */
  uses: number;
}
