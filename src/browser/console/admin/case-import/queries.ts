import type { CaseImportOptions, CaseImportRowView, CaseImportView } from '../../../../contract/index.js';
import { answer, routes } from '../../api/client.js';
import { defineImports } from '../imports/import-queries.js';

const at = (id: string) => ({ params: { path: { id } } });

interface Upload {
  file: File;
  options: CaseImportOptions;
}

export const caseImports = defineImports<CaseImportView, CaseImportOptions, Upload, CaseImportRowView>(
  { page: 'case-import', path: '/api/case-imports' },
  {
    list: () => answer(routes.GET('/api/case-imports')),
    show: (id) => answer(routes.GET('/api/case-imports/{id}', at(id))),
    upload: ({ file, options }) => {
      const form = new FormData();
      form.set('options', JSON.stringify(options));
      form.set('file', file, file.name);
      return answer(
        routes.POST('/api/case-imports', { body: { options: '', file: file.name }, bodySerializer: () => form }),
      );
    },
    check: (id, options) => answer(routes.POST('/api/case-imports/{id}/checks', { ...at(id), body: { options } })),
    apply: (id) => answer(routes.POST('/api/case-imports/{id}/applications', at(id))),
    remove: (id) => answer(routes.DELETE('/api/case-imports/{id}', at(id))),
    rows: (id, query, signal) =>
      answer(routes.GET('/api/case-imports/{id}/rows', { params: { path: { id }, query: query as never }, signal })),
  },
);
