import type { Client } from 'pg';
import { type ArticleContent, LOCALES } from '../../../src/contract/index.js';
import { newId } from '../../../src/platform/clock/index.js';

const SLICE = 500;

/** Published, each in both languages. */
export async function seedArticles(client: Client, articles: readonly ArticleContent[]): Promise<void> {
  for (let from = 0; from < articles.length; from += SLICE) {
    const slice = articles.slice(from, from + SLICE).map((article) => ({ id: newId(), ...article }));
    await client.query(
      `INSERT INTO articles (id, slug, category, status, position, visibility, published_at)
       SELECT (a->>'id')::uuid, a->>'slug', a->>'category', 'published', (a->>'position')::int, a->>'visibility', desk_now()
         FROM jsonb_array_elements($1) a`,
      [JSON.stringify(slice)],
    );
    const versions = slice.flatMap(({ id, words }) =>
      LOCALES.map((locale) => ({ id: newId(), articleId: id, locale, ...words[locale] })),
    );
    await client.query(
      `INSERT INTO article_versions (id, article_id, locale, version, title, excerpt, body_markdown, keywords, published)
       SELECT (v->>'id')::uuid, (v->>'articleId')::uuid, v->>'locale', 1, v->>'title', v->>'excerpt', v->>'bodyMarkdown',
              ARRAY(SELECT jsonb_array_elements_text(v->'keywords')), true
         FROM jsonb_array_elements($1) v`,
      [JSON.stringify(versions)],
    );
  }
  await client.query('VACUUM ANALYZE articles');
  await client.query('VACUUM ANALYZE article_versions');
}
