import type {
  ArticleCategory,
  ArticleSectionView,
  LocalizedText,
  SectionPlace,
  SectionWords,
} from '../../../../contract/index.js';
import type { SectionRecord } from './queries.js';

/** A section as its form holds it. */
export interface SectionDraft {
  names: LocalizedText;
  slug: string;
  descriptions: LocalizedText;
  category: ArticleCategory;
  parentId: string | null;
}

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const inBoth = (words: SectionWords): LocalizedText => ({ 'zh-CN': words['zh-CN'] ?? '', en: words.en ?? '' });

export const newDraft = ({ category, parentId }: SectionPlace): SectionDraft => ({
  names: inBoth({}),
  slug: '',
  descriptions: inBoth({}),
  category,
  parentId,
});

export const draftOf = ({ version, names, slug, descriptions, category, parentId }: ArticleSectionView) => ({
  version,
  draft: { names: inBoth(names), slug, descriptions: inBoth(descriptions), category, parentId } as SectionDraft,
});

/** Words of an address, out of English ones. */
export const slugOf = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '');

export const hasName = ({ names }: SectionDraft): boolean => Object.values(names).some((name) => name.trim() !== '');
export const hasSlug = ({ slug }: SectionDraft): boolean => SLUG.test(slug);

/** What is sent of its words. Undefined while something is missing. */
export function recordOf(draft: SectionDraft): SectionRecord | undefined {
  if (!hasName(draft) || !hasSlug(draft)) return undefined;
  return { slug: draft.slug, names: draft.names, descriptions: draft.descriptions };
}
