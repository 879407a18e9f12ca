import { z } from 'zod';
import { LIMITS } from '../contract/index.js';
import { id, text } from '../platform/http/index.js';

export const clientMessageId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);
export const seq = z.int().min(0).max(2_147_483_647);

/** What a message or note consists of. @param maximum characters */
export const messageShape = (maximum: number) => ({
  conversationId: id,
  clientMessageId,
  body: text(maximum, 0),
  attachmentIds: z.array(id).max(LIMITS.attachmentsPerMessage).optional(),
});

type Message = z.infer<z.ZodObject<ReturnType<typeof messageShape>>>;

/** A message or note needs words or files, and no file twice. */
export const messageOf = <Schema extends z.ZodType<Message>>(schema: Schema) =>
  schema
    .refine((value) => value.body.length > 0 || (value.attachmentIds?.length ?? 0) > 0, {
      path: ['body'],
      error: 'is empty',
    })
    .refine((value) => new Set(value.attachmentIds).size === (value.attachmentIds?.length ?? 0), {
      path: ['attachmentIds'],
      error: 'names a file twice',
    });

export const catchUpSchema = z.strictObject({ conversationId: id, afterSeq: seq });
export const readSchema = z.strictObject({ conversationId: id, seq });
export const typingSchema = z.strictObject({ conversationId: id, isTyping: z.boolean() });
