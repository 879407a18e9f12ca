import { z } from 'zod';

/** An id: a number in the API, text in some exports. */
const key = z.union([z.number().int(), z.string().regex(/^\d{1,20}$/)]).transform(String);
const words = z.string().nullish();

/** As `GET /api/v2/help_center/…` gives them; what we do not need is left out. */
export const zendeskCategory = z.object({ id: key, name: words, locale: words });
export const zendeskSection = z.object({
  id: key,
  name: words,
  description: words,
  locale: words,
  category_id: key.nullish(),
  parent_section_id: key.nullish(),
});
export const zendeskTranslation = z.object({
  source_id: key.nullish(),
  source_type: words,
  locale: z.string(),
  title: words,
  body: words,
  draft: z.boolean().nullish(),
  hidden: z.boolean().nullish(),
});
export const zendeskArticle = z.object({
  id: key,
  title: words,
  name: words,
  body: words,
  locale: words,
  source_locale: words,
  section_id: key.nullish(),
  html_url: words,
  draft: z.boolean().nullish(),
  position: z.number().nullish(),
  promoted: z.boolean().nullish(),
  label_names: z.array(z.string()).nullish(),
  user_segment_id: key.nullish(),
  translations: z.array(zendeskTranslation).nullish(),
});
/** Who may read; `user_type` is `signed_in_users` or `staff`. */
export const zendeskSegment = z.object({ id: key, user_type: words, built_in: z.boolean().nullish() });

export type ZendeskArticle = z.infer<typeof zendeskArticle>;
export type ZendeskSection = z.infer<typeof zendeskSection>;
export type ZendeskTranslation = z.infer<typeof zendeskTranslation>;
