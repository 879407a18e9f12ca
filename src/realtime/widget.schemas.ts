import { z } from 'zod';
import {
  ALL_RATING_REASONS,
  CARD_KINDS,
  CATEGORIES,
  LIMITS,
  LOCALES,
  WITHDRAWAL_REASONS,
  type WidgetToServer,
  type WithdrawalReason,
} from '../contract/index.js';
import { CardLink, StepInput } from '../people/index.js';
import { id, text } from '../platform/http/index.js';
import type { SchemaTable } from './event-table.js';
import { catchUpSchema, clientMessageId, messageOf, messageShape, readSchema, typingSchema } from './shared.schemas.js';

const nothing = z.strictObject({});
const ticketNumber = text(20, 6);

const card = z.strictObject({
  kind: z.enum(CARD_KINDS),
  id: text(100),
  title: text(200),
  status: text(100).optional(),
  fields: z.array(z.strictObject({ label: text(100), value: text(500, 0) })).max(20),
  url: CardLink.optional(),
});

export const WidgetHandshakeSchema = z.object({
  site: text(100),
  session: z.string().max(200).optional(),
  locale: z.enum(LOCALES).catch('zh-CN'),
  host: text(300).optional(),
});

export const WIDGET_SCHEMAS: SchemaTable<WidgetToServer> = {
  'session.resume': nothing,
  identify: z.strictObject({ token: text(4_000) }),
  logout: nothing,
  'conversation.start': z.strictObject({
    clientConversationId: id,
    category: z.enum(CATEGORIES).optional(),
    followUpOf: id.optional(),
    from: z.enum(['article', 'search']).optional(),
  }),
  'message.send': messageOf(z.strictObject(messageShape(LIMITS.messageLength))),
  'card.send': z.strictObject({ conversationId: id, clientMessageId, card }),
  'conversation.catch_up': catchUpSchema,
  'conversation.read': readSchema,
  typing: typingSchema,
  'person.request': z.strictObject({ conversationId: id }),
  'queue.choose': z.discriminatedUnion('wish', [
    z.strictObject({ conversationId: id, wish: z.literal('wait') }),
    z.strictObject({ conversationId: id, wish: z.literal('message') }),
    z.strictObject({ conversationId: id, wish: z.literal('call_back'), phone: text(40) }),
  ]),
  'bot.rate': z.strictObject({ conversationId: id, entryId: id, helped: z.boolean() }),
  'ticket.confirm': z.strictObject({ number: ticketNumber, solved: z.boolean() }),
  'ticket.rate': z.strictObject({
    number: ticketNumber,
    score: z.int().min(1).max(5),
    solved: z.boolean(),
    reasons: z.array(z.enum(ALL_RATING_REASONS)).max(ALL_RATING_REASONS.length).optional(),
    comment: text(1_000, 0).optional(),
  }),
  'ticket.nudge': z.strictObject({ number: ticketNumber }),
  'ticket.withdraw': z.strictObject({
    number: ticketNumber,
    reason: z.enum(Object.keys(WITHDRAWAL_REASONS) as [WithdrawalReason, ...WithdrawalReason[]]),
    words: text(LIMITS.withdrawalWords, 0).optional(),
  }),
  'cases.list': z.strictObject({
    of: z.enum(['own', 'shop']),
    state: z.enum(['active', 'done']),
    cursor: text(400).optional(),
  }),
  'step.track': StepInput,
};
