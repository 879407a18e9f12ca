const LENGTH = 120;
const SEGMENTS = 6;

/**
 * The path of a page of the host site as a kind of page, without query, numbers and ids: `/orders/2026112001/refund?from=mail`
 * and `/orders/7/refund` are one. Empty for what is no path.
 */
export function pageKey(page: string | undefined): string {
  if (!page?.startsWith('/')) return '';
  const [path = ''] = page.slice(0, 2_000).split(/[?#]/);
  const segments = path.split('/').filter(Boolean).slice(0, SEGMENTS);
  return `/${segments.map((segment) => (isName(segment) ? segment.toLowerCase() : '*')).join('/')}`.slice(0, LENGTH);
}

/** What somebody named, not what a machine numbered. */
const isName = (segment: string): boolean => /^[A-Za-z_.-]{1,40}\d{0,2}$/.test(segment);
