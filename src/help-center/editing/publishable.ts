import { type ArticleContent, LOCALES, type Problem } from '../../contract/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { slugSchema } from '../slug.js';

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
