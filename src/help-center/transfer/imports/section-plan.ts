import {
  type ArticleCategory,
  type ArticleImportMessage,
  type ArticleSectionView,
  SECTION_LIMITS,
  type SectionWords,
} from '../../../contract/index.js';
import type { PlannedSection } from './import-rows.js';
import type { SourceSection } from './source.js';

interface Shelf {
  slug: string;
  category: ArticleCategory;
  depth: number;
  /** Undefined: it is still to be made. */
  id?: string;
}

export interface ShelfFound {
  category: ArticleCategory;
  /** Of a section that is there. */
  sectionId?: string;
  /** Of one that is to be made: its slug. */
  section?: string;
  messages: ArticleImportMessage[];
}

/** Finds the sections of a file among those of the desk, and says which are to be made. Nothing is changed. */
export class SectionPlan {
  readonly planned: PlannedSection[] = [];
  private readonly bySlug = new Map<string, Shelf>();
  private readonly byKey = new Map<string, Shelf>();

  constructor(
    existing: readonly ArticleSectionView[],
    private readonly create: boolean,
    private readonly slugify: (name: string) => string,
  ) {
    const depths = new Map<string, number>();
    const depthOf = (section: ArticleSectionView): number => {
      const parent = existing.find(({ id }) => id === section.parentId);
      const depth = depths.get(section.id) ?? (parent ? depthOf(parent) : 0) + 1;
      depths.set(section.id, depth);
      return depth;
    };
    for (const section of existing) {
      const { id, slug, category } = section;
      this.bySlug.set(slug, { id, slug, category, depth: depthOf(section) });
    }
  }

  /** Where an article of this category and these sections, from above, comes to stand. */
  place(category: ArticleCategory, chain: readonly SourceSection[]): ShelfFound {
    const messages: ArticleImportMessage[] = [];
    let shelf: Shelf | undefined;
    for (const section of chain) {
      const known = this.find(section, shelf?.category ?? category);
      if (known && known.category !== (shelf?.category ?? category))
        messages.push({ code: 'section_elsewhere', detail: known.slug });
      if (!known && (shelf?.depth ?? 0) >= SECTION_LIMITS.levels) {
        messages.push({ code: 'section_too_deep', detail: nameOf(section) });
        break;
      }
      const next = known ?? this.plan(section, category, shelf);
      if (!next) {
        messages.push({ code: 'section_left_out', detail: nameOf(section) });
        break;
      }
      shelf = next;
    }
    if (!shelf) return { category, messages };
    const where = shelf.id ? { sectionId: shelf.id } : { section: shelf.slug };
    return { category: shelf.category, ...where, messages };
  }

  private find(section: SourceSection, category: ArticleCategory): Shelf | undefined {
    if (section.slug) return this.bySlug.get(section.slug);
    return this.byKey.get(`${category} ${section.key}`);
  }

  private plan(section: SourceSection, category: ArticleCategory, parent: Shelf | undefined): Shelf | undefined {
    const slug = section.slug ?? this.madeSlug(section, parent?.category ?? category);
    // The second import finds what the first has made.
    const there = this.bySlug.get(slug);
    const shelf: Shelf = there ?? { slug, category: parent?.category ?? category, depth: (parent?.depth ?? 0) + 1 };
    if (!there) {
      if (!this.create || this.bySlug.size >= SECTION_LIMITS.count) return undefined;
      this.bySlug.set(slug, shelf);
      this.planned.push({
        slug,
        category: shelf.category,
        ...(parent && { parent: parent.slug }),
        names: cut(section.names, SECTION_LIMITS.name),
        descriptions: cut(section.descriptions ?? {}, SECTION_LIMITS.description),
      });
    }
    this.byKey.set(`${category} ${section.key}`, shelf);
    return shelf;
  }

  /** Of its name; two sections of one name in different categories are two sections. */
  private madeSlug(section: SourceSection, category: ArticleCategory): string {
    const base = this.slugify(section.names.en ?? section.names['zh-CN'] ?? '') || 'section';
    const used = new Set([...this.byKey.values()].map(({ slug }) => slug));
    const fits = (slug: string) => {
      const there = this.bySlug.get(slug);
      return !used.has(slug) && (!there || there.category === category);
    };
    const wishes = [base, `${category}-${base}`];
    for (let number = 2; ; number += 1) {
      const wish = wishes.shift() ?? `${base}-${number}`;
      if (fits(wish)) return wish.slice(0, SECTION_LIMITS.slug);
    }
  }
}

const nameOf = ({ names, slug, key }: SourceSection): string => names['zh-CN'] ?? names.en ?? slug ?? key;

function cut(words: SectionWords, length: number): SectionWords {
  const tidy = (text: string) =>
    text
      .replace(/\p{Cc}|\p{Surrogate}/gu, ' ')
      .trim()
      .slice(0, length)
      .replace(/\p{Surrogate}/gu, '');
  return Object.fromEntries(
    Object.entries(words).flatMap(([locale, text]) => (text && tidy(text) ? [[locale, tidy(text)]] : [])),
  );
}
