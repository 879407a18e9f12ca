import { z } from 'zod';
import { FEEDBACK_KINDS, FEEDBACK_LIMITS, LOCALES } from '../../contract/index.js';
import { Email } from '../../people/index.js';
import { dto, id, text } from '../../platform/http/index.js';
import { areaKey } from '../topics/topic.inputs.js';

export class FeedbackBody extends dto(
  z.object({
    /** Of this form: sent twice it is one. */
    once: id,
    kind: z.enum(FEEDBACK_KINDS),
    area: areaKey.optional(),
    words: text(FEEDBACK_LIMITS.words),
    email: Email.optional(),
  }),
) {}

const key = z.string().max(100).default('');
const locale = z.enum(LOCALES).optional();
const blank = (value: unknown) => (value === '' ? undefined : value);
/** A form sends an empty one from a page that no site named, as the links of the help centre open it. */
const site = z.preprocess(blank, z.string().max(60).optional());

const FEEDBACK_SAID = ['given', 'voted', 'unvoted'] as const;

export class FeedbackPageQuery extends dto(
  z.object({
    key,
    locale,
    site,
    area: z.preprocess(blank, areaKey.optional().catch(undefined)),
    said: z.enum(FEEDBACK_SAID).optional(),
  }),
) {}
/** What of a form the page looks at by itself, so that what was typed is not lost. */
export class FeedbackPageForm extends dto(
  z.object({
    key,
    locale,
    site,
    once: id,
    kind: z.string().max(20).default(''),
    area: z.string().max(60).default(''),
    words: z
      .string()
      .max(FEEDBACK_LIMITS.words * 4)
      .default(''),
    email: z.string().max(320).default(''),
  }),
) {}
export class VoteForm extends dto(z.object({ key, locale, wanted: z.enum(['true', 'false']) })) {}
