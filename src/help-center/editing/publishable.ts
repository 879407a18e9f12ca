import { type ArticleContent, LOCALES, type LocalizedText, type Problem } from '../../contract/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { slugSchema } from '../articles/slug.js';

/** What readers must find in each language that has words at all. */
const NEEDED = ['title', 'excerpt', 'bodyMarkdown'] as const;

/** @throws DeskError `invalid_input` that names everything still missing */
export function requirePublishable({ slug, words }: ArticleContent): void {
  const errors: NonNullable<Problem['errors']> = [];
  const name = slugSchema.safeParse(slug);
  if (!name.success) errors.push({ path: 'slug', message: name.error.issues[0]?.message ?? 'is not a slug' });
  if (Object.keys(words).length === 0) errors.push({ path: 'words', message: 'are missing in every language' });
  for (const locale of LOCALES)
    for (const field of NEEDED)
      if (words[locale] && !words[locale][field].trim())
        errors.push({ path: `words.${locale}.${field}`, message: 'is missing' });
  if (errors.length > 0) throw new DeskError('invalid_input', { errors });
}

export const EXPIRED: LocalizedText = {
  'zh-CN': '到那时已过下线时间，读者不会看到它。请先改下线时间。',
  en: 'It expires before readers would find it: change when it expires first.',
};
