import type { MarkdownIt } from 'markdown-it';
import type { Locale } from '../../contract/index.js';

/** What a callout may be, and what stands above it. */
const CALLOUTS = {
  NOTE: { 'zh-CN': '说明', en: 'Note' },
  TIP: { 'zh-CN': '提示', en: 'Tip' },
  WARNING: { 'zh-CN': '注意', en: 'Warning' },
} as const satisfies Record<string, Record<Locale, string>>;

type Callout = keyof typeof CALLOUTS;

const MARK = /^\[!(NOTE|TIP|WARNING)\][ \t]*(?:\n|$)/i;

/** A quote whose first line is `[!NOTE]` alone becomes a box with a title in the reader's language (`env.locale`). */
export function callouts(markdown: MarkdownIt): void {
  markdown.core.ruler.after('block', 'callouts', ({ tokens }) => {
    const quotes: boolean[] = [];
    tokens.forEach((token, index) => {
      if (token.type === 'blockquote_close') token.type = quotes.pop() ? 'callout_close' : token.type;
      if (token.type !== 'blockquote_open') return;
      const [paragraph, inline, end] = tokens.slice(index + 1, index + 4);
      const mark = paragraph?.type === 'paragraph_open' && inline ? MARK.exec(inline.content) : null;
      quotes.push(mark !== null);
      if (!mark || !paragraph || !inline || !end) return;
      token.type = 'callout_open';
      token.info = (mark[1] ?? '').toUpperCase();
      inline.content = inline.content.slice(mark[0].length);
      if (inline.content.trim() === '') paragraph.hidden = end.hidden = true;
    });
  });
  markdown.renderer.rules.callout_open = (tokens, index, _options, env) => {
    const kind = tokens[index]?.info as Callout;
    const title = CALLOUTS[kind][env?.locale as Locale];
    return `<aside class="callout callout-${kind.toLowerCase()}" role="note"><p class="callout-title">${title}</p>\n`;
  };
  markdown.renderer.rules.callout_close = () => '</aside>\n';
}
