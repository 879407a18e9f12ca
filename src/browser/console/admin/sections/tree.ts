import { type ArticleCategory, type ArticleSectionView, sectionFault } from '../../../../contract/index.js';
import type { SectionMove } from './queries.js';

export interface SectionNode {
  section: ArticleSectionView;
  children: SectionNode[];
  /** Articles in it and in all below it. */
  total: number;
}

/** The sections of one category, below each other; siblings in their order. */
export function nested(
  sections: readonly ArticleSectionView[],
  category: ArticleCategory,
  parentId: string | null = null,
): SectionNode[] {
  return sections
    .filter((section) => section.category === category && section.parentId === parentId)
    .map((section) => {
      const children = nested(sections, category, section.id);
      return { section, children, total: children.reduce((sum, child) => sum + child.total, section.articles) };
    });
}

/** One place up (-1) or down (+1) among its siblings; undefined at an end. */
export function besides(
  sections: readonly ArticleSectionView[],
  { id, category, parentId }: ArticleSectionView,
  by: -1 | 1,
): SectionMove | undefined {
  const siblings = sections.filter((each) => each.category === category && each.parentId === parentId);
  const at = siblings.findIndex((each) => each.id === id);
  const next = siblings[at + by];
  if (!next) return undefined;
  return { category, parentId, before: by < 0 ? next.id : (siblings[at + 2]?.id ?? null) };
}

/** Where something is let go: before, after or in a section; or in a category. */
export type Drop =
  | { zone: 'before' | 'after' | 'inside'; section: ArticleSectionView }
  | { zone: 'inside'; category: ArticleCategory };

/** The move that a drop means; undefined when nothing would change, or it may not stand there. */
export function dropped(sections: readonly ArticleSectionView[], id: string, drop: Drop): SectionMove | undefined {
  const move = moveOf(sections, id, drop);
  const own = sections.find((each) => each.id === id);
  if (!own || !move || sectionFault(sections, move, id)) return undefined;
  const siblings = sections.filter((each) => each.category === own.category && each.parentId === own.parentId);
  const follower = siblings[siblings.indexOf(own) + 1]?.id ?? null;
  const stays = own.category === move.category && own.parentId === move.parentId && follower === move.before;
  return stays ? undefined : move;
}

function moveOf(sections: readonly ArticleSectionView[], id: string, drop: Drop): SectionMove | undefined {
  if ('category' in drop) return { category: drop.category, parentId: null, before: null };
  const { category, parentId, id: target } = drop.section;
  if (target === id) return undefined;
  if (drop.zone === 'inside') return { category, parentId: target, before: null };
  if (drop.zone === 'before') return { category, parentId, before: target };
  const siblings = sections.filter(
    (each) => each.category === category && each.parentId === parentId && each.id !== id,
  );
  const after = siblings[siblings.findIndex((each) => each.id === target) + 1];
  return { category, parentId, before: after?.id ?? null };
}
