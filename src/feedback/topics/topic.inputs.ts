import { z } from 'zod';
import { FEEDBACK_KINDS, FEEDBACK_LIMITS, FEEDBACK_STATUSES } from '../../contract/index.js';
import { bothLanguages, dto, id, pageQuery, text, version } from '../../platform/http/index.js';

export const areaKey = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);

export class TopicQuery extends dto(
  z.object({
    ...pageQuery,
    kind: z.enum(FEEDBACK_KINDS).optional(),
    area: areaKey.optional(),
    status: z.enum(FEEDBACK_STATUSES).optional(),
    /** In titles and in what customers said. */
    words: text(60).optional(),
    public: z
      .enum(['true', 'false'])
      .transform((value) => value === 'true')
      .optional(),
    sort: z.enum(['changed', 'people']).default('changed'),
  }),
) {}
export class TopicParam extends dto(z.object({ id })) {}
export class TopicNameBody extends dto(
  z.object({ version, title: bothLanguages(FEEDBACK_LIMITS.title).optional(), area: areaKey.optional() }),
) {}
export class TopicMergeBody extends dto(z.object({ version, into: id })) {}
export class TopicSplitBody extends dto(
  z.object({ version, feedbackIds: z.array(id).min(1).max(FEEDBACK_LIMITS.atOnce) }),
) {}
export class TopicStandingBody extends dto(
  z.object({
    version,
    status: z.enum(FEEDBACK_STATUSES),
    answer: bothLanguages(FEEDBACK_LIMITS.answer).optional(),
    reason: text(FEEDBACK_LIMITS.reason).optional(),
    /** How many people are told, as it was seen. */
    tell: z.int().min(1).max(1_000_000).optional(),
  }),
) {}
export class TopicTellingBody extends dto(z.object({ version, people: z.int().min(1).max(1_000_000) })) {}
export class TopicPublicityBody extends dto(z.object({ version, public: z.boolean() })) {}
export class TopicNoteBody extends dto(z.object({ note: text(FEEDBACK_LIMITS.note) })) {}
