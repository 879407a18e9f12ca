import { z } from 'zod';
import {
  NATURES,
  PRIORITIES,
  SHOP_TIERS,
  SLA_STATES,
  SORT_DIRECTIONS,
  TICKET_SORTS,
  TICKET_STATUSES,
} from '../../contract/index.js';
import { dto, id, moment, pageQuery, text } from '../../platform/http/index.js';
import { tag } from '../console/ticket.inputs.js';

const MOST_VALUES = 50;

/** One or several values of an address, separated by commas; none of them twice. */
const several = <Value extends z.ZodType<string, string>>(value: Value) =>
  z
    .string()
    .min(1)
    .max(MOST_VALUES * 40)
    .transform((given) => [...new Set(given.split(','))])
    .pipe(z.array(value).max(MOST_VALUES))
    .optional();

const key = z.string().regex(/^[a-z0-9_-]{1,60}$/);
const score = z.enum(['1', '2', '3', '4', '5']);

const filter = {
  /** Words that number, subject, customer and shop hold, all of them, or one thing that was said; or a whole number. */
  q: text(100).optional(),
  status: several(z.enum(TICKET_STATUSES)),
  team: several(id),
  /** Ids; `me`; `none` for what nobody has. */
  assignee: several(z.union([id, z.enum(['me', 'none'])])),
  category: several(key),
  subCategory: several(key),
  nature: several(z.enum(NATURES)),
  priority: several(z.enum(PRIORITIES)),
  tier: several(z.enum(SHOP_TIERS)),
  site: several(id),
  sla: several(z.enum(SLA_STATES)),
  /** Customers who wait for an answer. */
  waiting: z.literal('reply').optional(),
  rating: several(score),
  /** Cases that have one of them, however it is written. */
  tag: several(tag),
  /** From this moment on, up to but not including that one; the same for the other pairs. */
  openedFrom: moment.optional(),
  openedTo: moment.optional(),
  updatedFrom: moment.optional(),
  updatedTo: moment.optional(),
  dueFrom: moment.optional(),
  dueTo: moment.optional(),
  reopenedFrom: moment.optional(),
  reopenedTo: moment.optional(),
};

export const ticketFilter = z.strictObject(filter);
export class TicketFilterQuery extends dto(ticketFilter) {}
export type TicketFilter = TicketFilterQuery;

export class TicketSearchQuery extends dto(
  z.object({
    ...filter,
    sort: z.enum(TICKET_SORTS).default('updated'),
    direction: z.enum(SORT_DIRECTIONS).default('desc'),
    ...pageQuery,
  }),
) {}

export class SavedViewBody extends dto(
  z.object({
    name: text(60),
    query: z
      .string()
      .max(2_000)
      .regex(/^[\w%&=.,:+~*-]*$/, { error: 'is not the query of an address' }),
  }),
) {}

export class SavedViewParams extends dto(z.object({ id })) {}
