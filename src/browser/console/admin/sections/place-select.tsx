import { TreeSelect } from 'antd';
import { ARTICLE_CATEGORIES, type ArticleCategory, type ArticleSectionView } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { useCategoryOptions } from '../articles/use-category-options.js';
import { nested, type SectionNode } from './tree.js';

/** What somebody chose: a category by itself, or one of its sections. */
export interface ChosenPlace {
  category: ArticleCategory;
  sectionId: string | null;
}

interface Node {
  value: string;
  title: string;
  /** What stands in the field. */
  path: string;
  disabled?: boolean;
  children: Node[];
}

/** Categories with their sections below them, to choose a place. */
export function PlaceSelect({
  id,
  label,
  sections,
  value,
  any,
  isPossible = () => true,
  onChange,
  style = { width: '100%' },
}: {
  id?: string;
  /** Where no label stands above it. */
  label?: string;
  sections: readonly ArticleSectionView[];
  value: ChosenPlace | undefined;
  /** What stands there while nothing is chosen; without it something always is. */
  any?: string;
  isPossible?: (place: ChosenPlace) => boolean;
  onChange: (place: ChosenPlace | undefined) => void;
  style?: { width: number | string };
}) {
  const { nameOf } = useCategoryOptions();
  const nameOfSection = useSectionName();
  const nodes = (tree: SectionNode[], category: ArticleCategory, above: string): Node[] =>
    tree.map(({ section, children }) => {
      const title = nameOfSection(section);
      const path = `${above} / ${title}`;
      const disabled = !isPossible({ category, sectionId: section.id });
      return { value: section.id, title, path, disabled, children: nodes(children, category, path) };
    });
  const treeData = ARTICLE_CATEGORIES.map((category): Node => {
    const title = nameOf(category);
    const disabled = !isPossible({ category, sectionId: null });
    return {
      value: category,
      title,
      path: title,
      disabled,
      children: nodes(nested(sections, category), category, title),
    };
  });
  const chosen = (key: string | undefined): ChosenPlace | undefined => {
    const section = sections.find((each) => each.id === key);
    if (section) return { category: section.category, sectionId: section.id };
    const category = ARTICLE_CATEGORIES.find((each) => each === key);
    return category && { category, sectionId: null };
  };
  return (
    <TreeSelect
      id={id}
      aria-label={label}
      style={style}
      value={value && (value.sectionId ?? value.category)}
      placeholder={any}
      allowClear={any !== undefined}
      treeData={treeData}
      treeNodeLabelProp="path"
      treeDefaultExpandAll
      treeLine
      showSearch={{ treeNodeFilterProp: 'path' }}
      styles={{ popup: { root: { maxHeight: 420, minWidth: 260 } } }}
      onChange={(key: string | undefined) => onChange(chosen(key))}
    />
  );
}

/** A section's name in the reader's language, else in the other one. */
export function useSectionName() {
  const { locale } = useLanguage();
  return ({ names, slug }: Pick<ArticleSectionView, 'names' | 'slug'>): string =>
    names[locale] || names['zh-CN'] || names.en || slug;
}
