import type { ArticleImportOptions, ArticleImportRowView, ArticleImportView } from '../../src/contract/index.js';
import type { TestApp } from './app.js';
import type { SignedIn } from './factories.js';

const URL = '/api/article-imports';

/** Somebody who brings files of articles, as the console does it. */
export function importer(desk: TestApp, admin: SignedIn) {
  const show = async (id: string): Promise<ArticleImportView> =>
    (await admin.http.get(`${URL}/${id}`).expect(200)).body;
  return {
    show,
    async check(
      file: Buffer | string,
      options: Partial<ArticleImportOptions> = {},
      name = 'help.zip',
    ): Promise<ArticleImportView> {
      const all: ArticleImportOptions = {
        locale: 'zh-CN',
        category: 'service',
        categories: {},
        createSections: true,
        existing: 'update',
        publish: false,
        ...options,
      };
      const { body } = await admin.http
        .post(URL)
        .field('options', JSON.stringify(all))
        .attach('file', Buffer.from(file), name)
        .expect(201);
      await desk.settle();
      return show(body.id);
    },
    async apply({ id }: ArticleImportView): Promise<ArticleImportView> {
      await admin.http.post(`${URL}/${id}/applications`).expect(201);
      await desk.settle();
      return show(id);
    },
    async rows({ id }: ArticleImportView, query: object = {}): Promise<ArticleImportRowView[]> {
      return (await admin.http.get(`${URL}/${id}/rows`).query(query).expect(200)).body.items;
    },
    async article(articleId = '') {
      return (await admin.http.get(`/api/articles/${articleId}`).expect(200)).body;
    },
  };
}
