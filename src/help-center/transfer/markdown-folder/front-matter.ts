import { CORE_SCHEMA, dump, load } from 'js-yaml';
import { ArticleImportRefused } from '../package/article-import-refused.js';

const LONGEST = 20_000;

/**
 * A Markdown file with what stands above its text between two lines of `---`. Line breaks of all systems, with or without a mark of
 * the encoding.
 * @returns `data` undefined when there is none
 * @throws ArticleImportRefused when it is no YAML, or YAML that a person would not write: aliases, tags, deep nesting
 */
export function splitFrontMatter(source: string): { data?: Record<string, unknown>; body: string } {
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const [whole, yaml = ''] = /^---[ \t]*\n(?:([\s\S]*?)\n)?---[ \t]*(?:\n|$)/.exec(text) ?? [];
  if (whole === undefined) return { body: withoutEdges(text) };
  const body = withoutEdges(text.slice(whole.length));
  if (yaml.trim() === '') return { data: {}, body };
  if (yaml.length > LONGEST) throw new ArticleImportRefused('front_matter_broken', `> ${LONGEST}`);
  let data: unknown;
  try {
    data = load(yaml, { schema: CORE_SCHEMA, maxAliases: 0, maxDepth: 4 });
  } catch (cause) {
    throw new ArticleImportRefused('front_matter_broken', (cause as Error).message.split('\n')[0]?.slice(0, 160), {
      cause,
    });
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new ArticleImportRefused('front_matter_broken');
  return { data: data as Record<string, unknown>, body };
}

/** Without empty lines before and after; spaces at the beginning of a line mean something. */
const withoutEdges = (text: string): string => text.replace(/^(?:[ \t]*\n)+/, '').trimEnd();

/** @param data what is undefined is left out */
export function joinFrontMatter(data: Record<string, unknown>, body: string): string {
  const said = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
  return `---\n${dump(said, { schema: CORE_SCHEMA, lineWidth: -1 })}---\n\n${body}\n`;
}
