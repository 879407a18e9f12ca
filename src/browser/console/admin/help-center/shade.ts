export type Shade = 'light' | 'dark';

/** The rules of each document that ask for the reader's own choice, as they stood before anything was changed. */
const known = new WeakMap<Document, MediaList[]>();

function schemeRules(page: Document): MediaList[] {
  const found = [...page.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .flatMap((rule) => ('media' in rule ? [rule.media as MediaList] : []))
    .filter(({ mediaText }) => mediaText.includes('prefers-color-scheme: dark'));
  const rules = known.get(page) ?? found;
  known.set(page, rules);
  return rules;
}

/** Shows a page by day or by night, whatever the reader's system prefers. */
export function setShade(page: Document, shade: Shade): void {
  for (const media of schemeRules(page)) media.mediaText = shade === 'dark' ? 'screen' : 'not all';
  page.documentElement.style.colorScheme = shade;
}
