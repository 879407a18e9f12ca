import { z } from 'zod';

const key = z.union([z.number().int(), z.string().min(1).max(128)]).transform(String);
const words = z.string().nullish();
const time = z.union([z.number(), z.string()]).nullish();

const contact = z.object({
  id: key.nullish(),
  name: words,
  email: words,
  phone_number: words,
  /** The host's own id of them. */
  identifier: words,
  type: words,
});

/** 0 or `incoming` from the contact, 1 or `outgoing` to them, 2 or `activity`: a line of the desk's own, 3 or `template`. */
const chatwootMessage = z.object({
  content: words,
  message_type: z.union([z.number(), z.string()]).nullish(),
  private: z.unknown().optional(),
  created_at: time,
  sender_type: words,
  sender: contact.nullish(),
  attachments: z.array(z.object({ file_type: words, data_url: words })).nullish(),
});

/** As `GET /api/v1/accounts/…/conversations` gives them, each with all its messages. What we do not need is left out. */
export const chatwootConversation = z.object({
  id: key,
  status: words,
  priority: words,
  labels: z.array(z.string()).nullish(),
  created_at: time,
  updated_at: time,
  last_activity_at: time,
  timestamp: time,
  additional_attributes: z.object({ mail_subject: words }).nullish(),
  contact: contact.nullish(),
  assignee: contact.nullish(),
  team: z.object({ name: words }).nullish(),
  meta: z
    .object({
      sender: contact.nullish(),
      channel: words,
      assignee: contact.nullish(),
      team: z.object({ name: words }).nullish(),
    })
    .nullish(),
  messages: z.array(chatwootMessage),
});

export type ChatwootMessage = z.infer<typeof chatwootMessage>;
