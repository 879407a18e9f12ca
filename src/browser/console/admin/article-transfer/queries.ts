import type { ArticleImportOptions, ArticleImportRowView, ArticleImportView } from '../../../../contract/index.js';
import { answer, routes } from '../../api/client.js';
import { defineImports } from '../imports/import-queries.js';

const at = (id: string) => ({ params: { path: { id } } });

export const articleImports = defineImports<ArticleImportView, ArticleImportOptions, File, ArticleImportRowView>(
  { page: 'article-transfer', path: '/api/article-imports' },
  {
    list: () => answer(routes.GET('/api/article-imports')),
    show: (id) => answer(routes.GET('/api/article-imports/{id}', at(id))),
    upload: (file) => {
      const form = new FormData();
      form.set('file', file, file.name);
      return answer(routes.POST('/api/article-imports', { body: { file: file.name }, bodySerializer: () => form }));
    },
    check: (id, options) => answer(routes.POST('/api/article-imports/{id}/checks', { ...at(id), body: { options } })),
    apply: (id) => answer(routes.POST('/api/article-imports/{id}/applications', at(id))),
    remove: (id) => answer(routes.DELETE('/api/article-imports/{id}', at(id))),
    rows: (id, query, signal) =>
      answer(routes.GET('/api/article-imports/{id}/rows', { params: { path: { id }, query: query as never }, signal })),
  },
);
