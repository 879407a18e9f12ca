import { SECTION_LIMITS } from './article-sections.js';
import type { ArticleCategory } from './articles.js';

/** Where a section stands, or is to: directly below its category, or below another section of it. */
export interface SectionPlace {
  category: ArticleCategory;
  parentId: string | null;
}

/** What the rules of the tree need to know of a section. */
export interface PlacedSection extends SectionPlace {
  id: string;
}

/** Why a section cannot stand somewhere. */
export type SectionFault = 'no_parent' | 'other_category' | 'cycle' | 'too_deep';

/** A section and all below it. */
export function sectionBranch(sections: readonly PlacedSection[], id: string): Set<string> {
  const branch = new Set([id]);
  for (let before = 0; before < branch.size; ) {
    before = branch.size;
    for (const section of sections)
      if (section.parentId !== null && branch.has(section.parentId)) branch.add(section.id);
  }
  return branch;
}

/** How many levels of sections there are down to this one, itself included; directly below a category: 0. */
export function sectionDepth(sections: readonly PlacedSection[], id: string | null): number {
  const parents = new Map(sections.map((section) => [section.id, section.parentId]));
  let levels = 0;
  for (let at = id; at !== null && levels <= sections.length; at = parents.get(at) ?? null) levels += 1;
  return levels;
}

/** How many levels a section has with all below it: one without sub-sections has 1. */
export function sectionHeight(sections: readonly PlacedSection[], id: string): number {
  const above = sectionDepth(sections, id) - 1;
  return Math.max(...[...sectionBranch(sections, id)].map((each) => sectionDepth(sections, each) - above));
}

/** @param id the section that is to move; undefined: a new one. @returns nothing when it may stand there */
export function sectionFault(
  sections: readonly PlacedSection[],
  { category, parentId }: SectionPlace,
  id?: string,
): SectionFault | undefined {
  if (parentId === null) return undefined;
  const parent = sections.find((section) => section.id === parentId);
  if (!parent) return 'no_parent';
  if (id !== undefined && sectionBranch(sections, id).has(parentId)) return 'cycle';
  if (parent.category !== category) return 'other_category';
  const height = id === undefined ? 1 : sectionHeight(sections, id);
  return sectionDepth(sections, parentId) + height > SECTION_LIMITS.levels ? 'too_deep' : undefined;
}
