import { z } from 'zod';
import {
  type BotReplayView,
  CONVERSATION_HANDLERS,
  HAND_OVER_REASONS,
  LOCALES,
  REPLAY_DEEDS,
  type ReplayCounts,
  type ReplayDeed,
  type ReplayedDeed,
} from '../../../contract/index.js';
import { view } from '../../../platform/openapi/index.js';

const deed = z.object({
  deed: z.enum(REPLAY_DEEDS),
  reason: z.enum(HAND_OVER_REASONS).optional(),
  articles: z.array(z.object({ articleId: z.uuid(), title: z.string() })).optional(),
  confidence: z.number().optional(),
}) satisfies z.ZodType<ReplayedDeed>;

const counts = z.object({
  deeds: z.object(Object.fromEntries(REPLAY_DEEDS.map((each) => [each, z.int()])) as Record<ReplayDeed, z.ZodInt>),
  reasons: z.partialRecord(z.enum(HAND_OVER_REASONS), z.int()),
}) satisfies z.ZodType<ReplayCounts>;

export const BotReplay = view(
  'BotReplay',
  z.object({
    conversations: z.int(),
    turns: z.int(),
    cutShort: z.boolean(),
    before: counts,
    after: counts,
    changes: z.array(
      z.object({
        conversationId: z.uuid(),
        words: z.string(),
        locale: z.enum(LOCALES),
        at: z.iso.datetime(),
        handler: z.enum(CONVERSATION_HANDLERS),
        before: deed,
        after: deed,
      }),
    ),
  }) satisfies z.ZodType<BotReplayView>,
);
