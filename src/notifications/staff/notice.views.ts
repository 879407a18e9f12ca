import { z } from 'zod';
import { CLOCK_KINDS, type NoticeView, PRIORITIES, TICKET_STATUSES } from '../../contract/index.js';
import { dto, id, pageQuery } from '../../platform/http/index.js';
import { page, view } from '../../platform/openapi/index.js';

const time = z.iso.datetime();

export const NoticeSchema = view(
  'Notice',
  z.object({
    id: z.uuid(),
    escalationId: z.uuid(),
    number: z.string(),
    subject: z.string(),
    priority: z.enum(PRIORITIES),
    status: z.enum(TICKET_STATUSES),
    clockKind: z.enum(CLOCK_KINDS),
    rung: z.int(),
    at: z.union([
      z.object({ percent: z.int() }),
      z.object({ breach: z.literal(true) }),
      z.object({ afterMinutes: z.int() }),
    ]),
    dueAt: time,
    createdAt: time,
    read: z.boolean(),
    needsAcknowledgement: z.boolean(),
    acknowledgeBy: time.optional(),
    acknowledgedAt: time.optional(),
    acknowledgedBy: z.string().optional(),
  }) satisfies z.ZodType<NoticeView>,
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
