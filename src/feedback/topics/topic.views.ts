import { z } from 'zod';
import {
  FEEDBACK_HISTORY_KINDS,
  FEEDBACK_KINDS,
  FEEDBACK_STATUSES,
  FEEDBACK_WAYS,
  type FeedbackAreaView,
  type FeedbackTopicItemView,
  type FeedbackTopicView,
} from '../../contract/index.js';
import { LocalizedTextSchema } from '../../people/index.js';
import { list, page, view } from '../../platform/openapi/index.js';

const kind = z.enum(FEEDBACK_KINDS);
const status = z.enum(FEEDBACK_STATUSES);

const item = {
  id: z.uuid(),
  title: LocalizedTextSchema.optional(),
  words: z.string(),
  kinds: z.array(kind),
  area: z.string().optional(),
  status,
  people: z.int(),
  count: z.int(),
  public: z.boolean(),
  changedAt: z.string(),
  version: z.int(),
};

const FeedbackTopicItem = view('FeedbackTopicItem', z.object(item) satisfies z.ZodType<FeedbackTopicItemView>);
export const FeedbackTopicPage = page(FeedbackTopicItem);
export const FeedbackTopicList = list(FeedbackTopicItem);

export const FeedbackTopicDetail = view(
  'FeedbackTopic',
  z.object({
    ...item,
    answer: LocalizedTextSchema.optional(),
    feedback: z.array(
      z.object({
        id: z.uuid(),
        kind,
        area: z.string().optional(),
        words: z.string(),
        way: z.enum(FEEDBACK_WAYS),
        at: z.string(),
        customer: z.object({
          id: z.uuid(),
          name: z.string(),
          identified: z.boolean(),
          shopName: z.string().optional(),
        }),
        siteName: z.string(),
        caseNumber: z.string().optional(),
        fromCase: z.string().optional(),
      }),
    ),
    history: z.array(
      z.object({
        id: z.uuid(),
        kind: z.enum(FEEDBACK_HISTORY_KINDS),
        by: z.string().optional(),
        at: z.string(),
        from: status.optional(),
        to: status.optional(),
        reason: z.string().optional(),
        note: z.string().optional(),
        count: z.int().optional(),
        public: z.boolean().optional(),
        caseNumber: z.string().optional(),
      }),
    ),
    tellings: z.array(
      z.object({
        id: z.uuid(),
        status,
        people: z.int(),
        heldUntil: z.string(),
        withdrawn: z.literal(true).optional(),
        told: z.int(),
        ways: z.object({ thread: z.int(), mail: z.int(), none: z.int() }),
        by: z.string(),
        at: z.string(),
      }),
    ),
    votes: z.int(),
    reachable: z.int(),
    mergedInto: z.uuid().optional(),
  }) satisfies z.ZodType<FeedbackTopicView>,
);

export const FeedbackArea = view(
  'FeedbackArea',
  z.object({
    key: z.string(),
    name: LocalizedTextSchema,
    archived: z.literal(true).optional(),
    version: z.int(),
  }) satisfies z.ZodType<FeedbackAreaView>,
);
export const FeedbackAreaList = list(FeedbackArea);
