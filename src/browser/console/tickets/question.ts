import {
  NATURES,
  PRIORITIES,
  SHOP_TIERS,
  SLA_STATES,
  SORT_DIRECTIONS,
  type SortDirection,
  TAG_LIMITS,
  TICKET_SORTS,
  TICKET_STATUSES,
  type TicketSort,
} from '../../../contract/index.js';
import type { TicketFilterParameters } from '../api/endpoints.js';
import { type Range, rangeParameters, readRange } from './range.js';

/** Filters that hold some of several values. */
export const SEVERAL = [
  'status',
  'team',
  'assignee',
  'category',
  'subCategory',
  'nature',
  'priority',
  'tier',
  'site',
  'sla',
  'rating',
  'tag',
] as const;
export type Several = (typeof SEVERAL)[number];
export const RANGES = ['opened', 'updated', 'due', 'reopened'] as const;
export type RangeName = (typeof RANGES)[number];

/** What the table is asked, as it stands in the address. */
export type Question = { q?: string; waiting?: 'reply'; sort: TicketSort; direction: SortDirection } & Partial<
  Record<Several, string[]>
> &
  Partial<Record<RangeName, Range>>;

const KNOWN: Partial<Record<Several, readonly string[]>> = {
  status: TICKET_STATUSES,
  nature: NATURES,
  priority: PRIORITIES,
  tier: SHOP_TIERS,
  sla: SLA_STATES,
  rating: ['1', '2', '3', '4', '5'],
};
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isPlausible: Record<Several, (value: string) => boolean> = {
  ...(Object.fromEntries(
    SEVERAL.map((name) => [name, (value: string) => KNOWN[name]?.includes(value) ?? false]),
  ) as Record<Several, (value: string) => boolean>),
  team: (value) => ID.test(value),
  site: (value) => ID.test(value),
  tag: (value) => value.trim() !== '' && value.length <= TAG_LIMITS.length,
  assignee: (value) => value === 'me' || value === 'none' || ID.test(value),
  category: (value) => /^[a-z0-9_-]{1,60}$/.test(value),
  subCategory: (value) => /^[a-z0-9_-]{1,60}$/.test(value),
};

/** The order that tells most when nothing else is said. */
const DEFAULT_SORT = { sort: 'updated', direction: 'desc' } as const;

/** Reads an address; what makes no sense in it is ignored. */
export function readQuestion(query: URLSearchParams): Question {
  const question: Question = {
    sort: TICKET_SORTS.find((sort) => sort === query.get('sort')) ?? DEFAULT_SORT.sort,
    direction: SORT_DIRECTIONS.find((direction) => direction === query.get('direction')) ?? DEFAULT_SORT.direction,
  };
  const q = query.get('q')?.trim().slice(0, 100);
  if (q) question.q = q;
  if (query.get('waiting') === 'reply') question.waiting = 'reply';
  for (const name of SEVERAL) {
    const values = [...new Set(query.get(name)?.split(',') ?? [])].filter(isPlausible[name]).slice(0, 50);
    if (values.length > 0) question[name] = values;
  }
  for (const name of RANGES) {
    const range = readRange(query.get(name));
    if (range) question[name] = range;
  }
  return question;
}

/** The query of an address, without the `?`; the same for the same question. */
export function writeQuestion({ sort, direction, ...rest }: Question): string {
  const query = new URLSearchParams();
  if (rest.q) query.set('q', rest.q);
  for (const name of SEVERAL) if (rest[name]?.length) query.set(name, rest[name].join(','));
  if (rest.waiting) query.set('waiting', rest.waiting);
  for (const name of RANGES) if (rest[name]) query.set(name, rest[name]);
  if (sort !== DEFAULT_SORT.sort || direction !== DEFAULT_SORT.direction) {
    query.set('sort', sort);
    query.set('direction', direction);
  }
  // Commas are allowed in a query, and an address is read by people.
  return query.toString().replaceAll('%2C', ',');
}

/** The filters as the server reads them. @param now of the reader, whose days these are */
export function filterParameters(question: Question, now: Date): TicketFilterParameters {
  const parameters: Record<string, string> = {};
  if (question.q) parameters.q = question.q;
  if (question.waiting) parameters.waiting = question.waiting;
  for (const name of SEVERAL) if (question[name]) parameters[name] = question[name].join(',');
  for (const name of RANGES) if (question[name]) Object.assign(parameters, rangeParameters(name, question[name], now));
  return parameters as TicketFilterParameters;
}

/** How many filters are set, the text aside. */
export const countFilters = (question: Question): number =>
  [...SEVERAL, ...RANGES, 'waiting' as const].filter((name) => question[name] !== undefined).length;

/** Whether it leaves tickets out. */
export const isNarrowed = (question: Question): boolean => Boolean(question.q) || countFilters(question) > 0;
