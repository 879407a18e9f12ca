import { z } from 'zod';
import { LIMITS } from '../contract/index.js';
import { id, text } from '../platform/http/index.js';

export const clientMessageId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);
const seq = z.int().min(0).max(2_147_483_647);

/** A message or note needs words or files, and no file twice. @param maximum characters */
export const messageSchema = (maximum: number) =>
  z
    .strictObject({
      conversationId: id,
      clientMessageId,
      body: text(maximum, 0),
      attachmentIds: z.array(id).max(LIMITS.attachmentsPerMessage).optional(),
    })
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
