import type { SiteDraft } from './site-draft.js';

/** What a host page embeds. Look and language stand in it because nothing is asked of us before the panel is opened. */
export function snippetOf(
  key: string,
  { color, position, locale }: Pick<SiteDraft, 'color' | 'position' | 'locale'>,
  desk: string,
): string {
  const options = [
    `site: '${key}'`,
    `color: '${color}'`,
    ...(position === 'left' ? [`position: 'left'`] : []),
    ...(locale ? [`locale: '${locale}'`] : []),
  ];
  return [
    '<script>',
    '  window.porchlight = window.porchlight || function () { (porchlight.q = porchlight.q || []).push(arguments); };',
    `  porchlight('init', { ${options.join(', ')} });`,
    '</script>',
    `<script async src="${desk}/widget/loader.js"></script>`,
  ].join('\n');
}
