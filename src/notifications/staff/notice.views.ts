import { z } from 'zod';
import {
  CLOCK_KINDS,
  type NoticeView,
  PRESENCES,
  PRIORITIES,
  TICKET_STATUSES,
  WAKE_REASONS,
} from '../../contract/index.js';
import { dto, id, pageQuery } from '../../platform/http/index.js';
import { page, view } from '../../platform/openapi/index.js';

const time = z.iso.datetime();

const anything = { id: z.uuid(), createdAt: time, read: z.boolean() };
const ofTicket = {
  ...anything,
  number: z.string(),
  subject: z.string(),
  priority: z.enum(PRIORITIES),
  status: z.enum(TICKET_STATUSES),
};

export const NoticeSchema = view(
  'Notice',
  z.discriminatedUnion('kind', [
    z.object({
      ...ofTicket,
      kind: z.literal('escalation'),
      escalationId: z.uuid(),
      clockKind: z.enum(CLOCK_KINDS),
      rung: z.int(),
      at: z.union([
        z.object({ percent: z.int() }),
        z.object({ breach: z.literal(true) }),
        z.object({ afterMinutes: z.int() }),
      ]),
      dueAt: time,
      needsAcknowledgement: z.boolean(),
      acknowledgeBy: time.optional(),
      acknowledgedAt: time.optional(),
      acknowledgedBy: z.string().optional(),
    }),
    z.object({ ...ofTicket, kind: z.literal('returned'), because: z.enum(['silent', 'gone']) }),
    z.object({ ...ofTicket, kind: z.enum(['taken_over', 'whispered']), by: z.string() }),
    z.object({ ...ofTicket, kind: z.literal('nudged'), count: z.int() }),
    z.object({ ...ofTicket, kind: z.literal('mentioned'), by: z.string() }),
    z.object({
      ...ofTicket,
      kind: z.literal('woken'),
      because: z.enum(WAKE_REASONS).exclude(['staff', 'nudged']),
    }),
    z.object({ ...ofTicket, kind: z.literal('task'), state: z.enum(['given', 'done']), by: z.string() }),
    z.object({
      ...anything,
      kind: z.literal('presence'),
      presence: z.enum(PRESENCES),
      because: z.enum(['supervisor', 'silent']),
      by: z.string().optional(),
      about: z.string().optional(),
    }),
    z.object({
      ...anything,
      kind: z.literal('article'),
      articleId: z.uuid(),
      title: z.string(),
      state: z.enum(['asked', 'returned', 'stuck']),
      by: z.string().optional(),
      note: z.string().optional(),
    }),
  ]) satisfies z.ZodType<NoticeView>,
);
export const NoticePage = page(NoticeSchema);
export const UnreadNotices = view('UnreadNotices', z.object({ unread: z.int() }));

export class NoticeQuery extends dto(
  z.object({
    ...pageQuery,
    unread: z
      .enum(['true', 'false'])
      .default('false')
      .transform((value) => value === 'true'),
  }),
) {}
export class NoticeParam extends dto(z.object({ id })) {}
/** The newest that is on screen. */
export class ReadAllBody extends dto(z.object({ upTo: id })) {}
