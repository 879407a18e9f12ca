import { z } from 'zod';
import { ARTICLE_VISIBILITIES } from '../../../contract/index.js';
import { ArticleImportRefused } from '../package/article-import-refused.js';

const word = z.union([z.string(), z.number()]).transform((value) => String(value).trim());
/** `a, b` or a list. */
const wordList = z.union([
  z.array(word),
  z.string().transform((text) => text.split(/[,，、;；]/).map((each) => each.trim())),
  z.null().transform(() => []),
]);

/** What may stand above an article's text. Names that other systems use for other things are left alone. */
const fieldsSchema = z.object({
  title: word.optional(),
  excerpt: word.optional(),
  description: word.optional(),
  slug: word.optional(),
  /** Of the text, when the file's name says none. */
  locale: word.optional(),
  category: word.nullish(),
  /** The slugs of its sections from above, `payouts/bank-cards`. */
  section: word.nullish(),
  subCategory: word.nullish(),
  visibility: z.enum(ARTICLE_VISIBILITIES).optional(),
  position: z.coerce.number().int().min(1).max(999).optional(),
  keywords: wordList.optional(),
  related: wordList.optional(),
  owner: word.nullish(),
  status: word.optional(),
});

export type ArticleFields = z.infer<typeof fieldsSchema>;

/** @throws ArticleImportRefused that names the first field which is wrong */
export function readFields(data: Record<string, unknown>): ArticleFields {
  const parsed = fieldsSchema.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new ArticleImportRefused('field_wrong', parsed.error.issues[0]?.path.join('.'));
}
