import MarkdownIt from 'markdown-it';

/** Where an article's link may lead: the web, a mail address, or another page of ours. Anything else stays plain text. */
const ALLOWED_LINK = /^(?:https?:\/\/|mailto:|(?!\/\/)[#./]|[a-z0-9-]+(?:[/?#]|$))/i;

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
markdown.validateLink = (url) => ALLOWED_LINK.test(url);

markdown.renderer.rules.link_open = (tokens, index, options, _env, renderer) => {
  const token = tokens[index];
  if (token && /^https?:/i.test(String(token.attrGet('href')))) token.attrSet('rel', 'noopener nofollow');
  return renderer.renderToken(tokens, index, options);
};
markdown.renderer.rules.table_open = () => '<div class="table" tabindex="0"><table>\n';
markdown.renderer.rules.table_close = () => '</table></div>\n';
markdown.renderer.rules.th_open = () => '<th scope="col">';

/** Pictures are our own: a foreign one would tell its owner who reads, and the page's policy forbids it. */
const OWN_PICTURE = /^\/help\/images\/[0-9a-f-]{36}$/;
const showPicture = markdown.renderer.rules.image;
markdown.renderer.rules.image = (tokens, index, options, env, renderer) => {
  const token = tokens[index];
  if (!token || !showPicture || !OWN_PICTURE.test(String(token.attrGet('src'))))
    return markdown.utils.escapeHtml(token?.content ?? '');
  token.attrSet('loading', 'lazy');
  return showPicture(tokens, index, options, env, renderer);
};

export interface RenderedArticle {
  /** Safe: marks of Markdown only; tags of the source come out as text. */
  html: string;
  /** The headings of the second level, to jump to. */
  sections: { id: string; title: string }[];
}

export function renderMarkdown(source: string): RenderedArticle {
  const tokens = markdown.parse(source, {});
  const sections: RenderedArticle['sections'] = [];
  tokens.forEach((token, index) => {
    if (token.type !== 'heading_open' || token.tag !== 'h2') return;
    const id = `section-${sections.length + 1}`;
    token.attrSet('id', id);
    sections.push({ id, title: tokens[index + 1]?.children?.map(({ content }) => content).join('') ?? '' });
  });
  return { html: markdown.renderer.render(tokens, markdown.options, {}), sections };
}

/** The words of an article's body without marks, for the search. */
export function plainText(source: string): string {
  return markdown
    .parse(source, {})
    .flatMap((token) => token.children ?? (token.content ? [token] : []))
    .map((token) => (token.type === 'softbreak' || token.type === 'hardbreak' ? '\n' : token.content))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}
