import { z } from 'zod';
import { type AgentToServer, LIMITS, PRESENCES } from '../contract/index.js';
import type { SchemaTable } from './event-table.js';
import { catchUpSchema, messageSchema, readSchema, typingSchema } from './shared.schemas.js';

export const AGENT_SCHEMAS: SchemaTable<AgentToServer> = {
  'message.send': messageSchema(LIMITS.messageLength),
  'note.add': messageSchema(LIMITS.noteLength),
  'conversation.catch_up': catchUpSchema,
  'conversation.read': readSchema,
  typing: typingSchema,
  'presence.set': z.strictObject({ presence: z.enum(PRESENCES) }),
  'time.ask': z.strictObject({}),
};
