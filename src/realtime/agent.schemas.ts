import { z } from 'zod';
import { type AgentToServer, LIMITS, PRESENCES, WORK_KINDS } from '../contract/index.js';
import { id } from '../platform/http/index.js';
import type { SchemaTable } from './event-table.js';
import { catchUpSchema, messageOf, messageShape, readSchema, seq, typingSchema } from './shared.schemas.js';

export const AGENT_SCHEMAS: SchemaTable<AgentToServer> = {
  'message.send': messageOf(z.strictObject({ ...messageShape(LIMITS.messageLength), seenSeq: seq.optional() })),
  'note.add': messageOf(
    z.strictObject({
      ...messageShape(LIMITS.noteLength),
      mentions: z.array(id).max(LIMITS.mentionsPerNote).optional(),
    }),
  ),
  'conversation.catch_up': catchUpSchema,
  'bot_conversation.catch_up': catchUpSchema,
  'conversation.read': readSchema,
  typing: typingSchema,
  'conversation.attend': z.strictObject({ conversationId: id.nullable() }),
  'presence.set': z.strictObject({
    presence: z.enum(PRESENCES),
    pausedKinds: z.array(z.enum(WORK_KINDS)).max(WORK_KINDS.length).optional(),
  }),
  'time.ask': z.strictObject({}),
};
