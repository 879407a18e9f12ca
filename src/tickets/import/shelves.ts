import type {
  CaseImportMessage,
  CaseImportOptions,
  CaseShelf,
  CategoryKey,
  CategoryView,
  SubCategoryView,
} from '../../contract/index.js';
import type { CasePlan } from './case-plan.js';
import type { SourceCase } from './case-source.js';
import { oneLine } from './formats/tidy.js';

/** Categories as the desk has them. */
export type Shelves = readonly CategoryView[];

const LONGEST = 200;
const plain = (name: string): string => oneLine(name).normalize('NFKC').toLowerCase();
const isCalled = ({ key, name }: CategoryView | SubCategoryView, wanted: string): boolean =>
  [key, name['zh-CN'], name.en].some((one) => plain(one) === wanted);

/** What a file calls a category, as one chooses for it. */
export const placeOf = (category: string): string => oneLine(category).slice(0, LONGEST);

/** One of ours by key or by name in either language. */
export const ourCategory = (shelves: Shelves, category: string): CategoryKey | undefined =>
  shelves.find((shelf) => isCalled(shelf, plain(category)))?.key;

/** Where a case goes: as the file says, where that is one of ours; else as was chosen; else the default. */
export function shelfOf(
  { category, subCategory }: SourceCase,
  shelves: Shelves,
  options: CaseImportOptions,
  messages: CaseImportMessage[],
): Pick<CasePlan, 'category' | 'subCategory'> {
  const place = category ? placeOf(category) : undefined;
  const ours = place ? ourCategory(shelves, place) : undefined;
  const chosen: CaseShelf | undefined =
    place && Object.hasOwn(options.categories, place) ? options.categories[place] : undefined;
  if (place && !ours && !chosen) messages.push({ code: 'category_default', detail: place });
  const key = ours ?? chosen?.category ?? options.category;
  if (!key) return { category: null, subCategory: null };
  const wanted = subCategory || (ours ? undefined : chosen?.subCategory);
  if (!wanted) return { category: key, subCategory: null };
  const sub = shelves
    .find((shelf) => shelf.key === key)
    ?.subCategories.find((one) => !one.archived && isCalled(one, plain(wanted)));
  if (!sub) messages.push({ code: 'sub_category_unknown', detail: oneLine(wanted).slice(0, LONGEST) });
  return { category: key, subCategory: sub?.key ?? null };
}
