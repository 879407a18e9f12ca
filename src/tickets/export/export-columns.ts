import {
  type CategoryView,
  type FormFieldView,
  type Locale,
  type LocalizedText,
  ratingReasonText,
  type SubCategoryView,
  valueWords,
} from '../../contract/index.js';
import type { TableCell } from '../../platform/spreadsheet/index.js';
import type { TicketFilter } from '../search/search.inputs.js';
import type { ExportRow } from './export.sql.js';
import * as words from './export.texts.js';

export interface ExportColumn {
  heading: string;
  /** Characters, about. */
  width: number;
  cell(row: ExportRow): TableCell;
}

const WIDTHS: Partial<Record<words.Heading, number>> = {
  number: 14,
  subject: 40,
  customer: 18,
  shop: 22,
  ratingComment: 40,
  promiseBasis: 30,
  otherFields: 30,
};
const TIME_WIDTH = 20;
const USUAL_WIDTH = 14;

/** The columns of a table of tickets, in the reader's language: first those of every ticket, then the fields of forms. */
export function exportColumns(
  categories: readonly CategoryView[],
  filter: TicketFilter,
  locale: Locale,
): ExportColumn[] {
  const { BETWEEN, HEADINGS, YES_NO } = words;
  const pick = (given: LocalizedText | undefined) => given?.[locale] ?? null;
  const yesNo = (value: boolean | null) => (value === null ? null : pick(YES_NO[`${value}`]));
  const subs = new Map(
    categories.flatMap(({ key, subCategories }) => subCategories.map((sub) => [sub.key, { ...sub, category: key }])),
  );
  const cells: Record<Exclude<words.Heading, 'otherFields'>, (row: ExportRow) => TableCell> = {
    number: ({ number }) => number,
    subject: ({ subject }) => subject,
    status: ({ status }) => pick(words.STATUSES[status]),
    priority: ({ priority }) => pick(words.PRIORITY_WORDS[priority]),
    nature: ({ nature }) => nature && pick(words.NATURE_WORDS[nature]),
    category: ({ category }) => category && (pick(categories.find(({ key }) => key === category)?.name) ?? category),
    subCategory: ({ subCategory }) => subCategory && (pick(subs.get(subCategory)?.name) ?? subCategory),
    tags: ({ tags }) => tags.join(BETWEEN[locale]),
    customer: ({ customer }) => customer,
    shop: ({ shop }) => shop,
    shopId: ({ shopId }) => shopId,
    tier: ({ shop, tier }) => shop && pick(words.TIERS[tier]),
    site: ({ site }) => site,
    channel: ({ channel }) => channel && pick(words.CHANNEL_WORDS[channel]),
    team: ({ team }) => pick(team),
    assignee: ({ assignee }) => assignee,
    openedAt: ({ openedAt }) => openedAt,
    firstReplyAt: ({ firstReplyAt }) => firstReplyAt,
    lastActivityAt: ({ lastActivityAt }) => lastActivityAt,
    resolvedAt: ({ resolvedAt }) => resolvedAt,
    closedAt: ({ closedAt }) => closedAt,
    reopenedAt: ({ reopenedAt }) => reopenedAt,
    dueKind: ({ dueKind }) => dueKind && pick(words.CLOCKS[dueKind]),
    dueAt: ({ dueAt }) => dueAt,
    clock: ({ clock }) => clock && pick(words.CLOCK_STATES[clock]),
    promisedAt: ({ promisedAt }) => promisedAt,
    promiseBasis: ({ promiseBasis }) => promiseBasis,
    escalatedAt: ({ escalatedAt }) => escalatedAt,
    nudges: ({ nudges }) => nudges || null,
    ratingScore: ({ ratingScore }) => ratingScore,
    ratingSolved: ({ ratingSolved }) => yesNo(ratingSolved),
    ratingReasons: ({ ratingReasons }) =>
      ratingReasons.map((reason) => ratingReasonText(reason)?.[locale] ?? reason).join(BETWEEN[locale]),
    ratingComment: ({ ratingComment }) => ratingComment,
    mergedInto: ({ mergedInto }) => mergedInto,
    parent: ({ parent }) => parent,
    followUpOf: ({ followUpOf }) => followUpOf,
    internal: ({ internal }) => (internal ? pick(YES_NO.true) : null),
  };
  const columns = Object.entries(cells).map(
    ([name, cell]): ExportColumn => ({
      heading: HEADINGS[name as words.Heading][locale],
      width: WIDTHS[name as words.Heading] ?? (name.endsWith('At') ? TIME_WIDTH : USUAL_WIDTH),
      cell,
    }),
  );
  const asked = [...subs.values()].filter(
    ({ key, category }) => (filter.category?.includes(category) ?? true) && (filter.subCategory?.includes(key) ?? true),
  );
  return [...columns, ...formColumns(asked, subs, locale)];
}

/** A column for each key of these forms, and one for whatever else cases say, as by a form that has changed since. */
function formColumns(
  asked: readonly SubCategoryView[],
  subs: ReadonlyMap<string, SubCategoryView>,
  locale: Locale,
): ExportColumn[] {
  const fields = new Map<string, FormFieldView[]>();
  for (const { form } of asked)
    for (const field of form) fields.set(field.key, [...(fields.get(field.key) ?? []), field]);
  const fieldOf = ({ subCategory }: ExportRow, key: string) =>
    subs.get(subCategory ?? '')?.form.find((field) => field.key === key) ?? fields.get(key)?.[0];
  const columns = [...fields].map(
    ([key, same]): ExportColumn => ({
      heading: [...new Set(same.map(({ label }) => label[locale]))].join(' / '),
      width: USUAL_WIDTH,
      cell: (row) => valueCell(fieldOf(row, key), row.form[key], locale),
    }),
  );
  const others = (row: ExportRow) =>
    Object.keys(row.form)
      .filter((key) => !fields.has(key) && row.form[key] !== '')
      .map((key) => {
        const field = fieldOf(row, key);
        return `${field?.label[locale] ?? key}: ${field ? valueWords(field, row.form[key] ?? '', locale) : row.form[key]}`;
      })
      .join('; ');
  const heading = words.HEADINGS.otherFields[locale];
  return [...columns, { heading, width: WIDTHS.otherFields ?? USUAL_WIDTH, cell: others }];
}

/** Numbers and amounts as what one can add up; of amounts the currency stands with the field. */
function valueCell(field: FormFieldView | undefined, value: string | undefined, locale: Locale): TableCell {
  if (value === undefined || value === '') return null;
  const isNumber = field?.type === 'number' || field?.type === 'money';
  if (isNumber && /^-?\d{1,12}(\.\d{1,4})?$/.test(value)) return Number(value);
  return field ? valueWords(field, value, locale) : value;
}
