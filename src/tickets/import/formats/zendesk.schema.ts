import { z } from 'zod';

const key = z.union([z.number().int(), z.string().min(1).max(128)]).transform(String);
const words = z.string().nullish();
/** Whoever may be behind it. */
const person = z.object({
  id: key.nullish(),
  name: words,
  email: words,
  phone: words,
  external_id: words,
  role: words,
});

export const zendeskUser = person.extend({ id: key });

/** As `GET /api/v2/tickets/…/comments` gives them; in an export they hang on their ticket or name it. */
export const zendeskComment = z.object({
  ticket_id: key.nullish(),
  author_id: key.nullish(),
  author: person.nullish(),
  body: words,
  plain_body: words,
  html_body: words,
  public: z.unknown().optional(),
  created_at: z.union([z.string(), z.number()]).nullish(),
  attachments: z.array(z.object({ file_name: words, content_url: words })).nullish(),
});

/** As `GET /api/v2/tickets` gives them; an export puts people and comments into it. What we do not need is left out. */
export const zendeskTicket = z.object({
  id: key,
  subject: words,
  raw_subject: words,
  description: words,
  status: words,
  priority: words,
  type: words,
  tags: z.array(z.string()).nullish(),
  via: z.object({ channel: z.unknown().optional() }).nullish(),
  requester_id: key.nullish(),
  submitter_id: key.nullish(),
  assignee_id: key.nullish(),
  group_id: key.nullish(),
  requester: person.nullish(),
  assignee: person.nullish(),
  group: z.object({ name: words }).nullish(),
  created_at: z.union([z.string(), z.number()]).nullish(),
  updated_at: z.union([z.string(), z.number()]).nullish(),
  solved_at: z.union([z.string(), z.number()]).nullish(),
  metric_set: z.object({ solved_at: words }).nullish(),
  comments: z.array(zendeskComment).nullish(),
});

export type ZendeskTicket = z.infer<typeof zendeskTicket>;
export type ZendeskComment = z.infer<typeof zendeskComment>;
export type ZendeskPerson = z.infer<typeof person>;
