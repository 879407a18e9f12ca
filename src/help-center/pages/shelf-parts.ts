import type { Locale } from '../../contract/index.js';
import type { TemplateValue } from '../../platform/templates/index.js';
import type { ShelvedArticle } from '../articles/shelves.service.js';
import type { ReadableSection, SectionStep } from '../sections/readable-tree.js';
import { linkParts, sectionPath } from './page-parts.js';

/** The way from the top of the tree to this section, itself the last; nothing when it is not there. */
export function wayTo(
  tree: readonly ReadableSection[],
  isIt: (section: ReadableSection) => boolean,
): ReadableSection[] {
  for (const section of tree) {
    if (isIt(section)) return [section];
    const below = wayTo(section.children, isIt);
    if (below.length > 0) return [section, ...below];
  }
  return [];
}

/** Each step of a way as a link. */
export const steps = (locale: Locale, way: readonly SectionStep[]): { name: string; url: string }[] =>
  way.map(({ name, category, slug }) => ({ name, url: sectionPath(locale, category, slug) }));

/** A section with its first articles: its own, then those of the sections in it. */
export function shelfParts(
  locale: Locale,
  section: ReadableSection,
  articles: readonly ShelvedArticle[],
  limit: number,
): { readonly [key: string]: TemplateValue } {
  const { name, description, category, slug, total, children } = section;
  return {
    name,
    description: description ?? null,
    url: sectionPath(locale, category, slug),
    total,
    more: total > limit,
    articles: firstOf(section, articles).slice(0, limit).map(linkParts),
    children: steps(locale, children),
  };
}

function firstOf(section: ReadableSection, articles: readonly ShelvedArticle[]): ShelvedArticle[] {
  const own = articles.filter(({ sectionId }) => sectionId === section.id);
  return [...own, ...section.children.flatMap((child) => firstOf(child, articles))];
}
