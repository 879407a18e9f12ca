import type { CaseImportOptions, CaseImportRowView, CaseImportView } from '../../src/contract/index.js';
import type { TestApp } from './app.js';
import type { SignedIn } from './factories.js';

const URL = '/api/case-imports';

/** Somebody who brings files of cases, as the console does it. */
export function caseImporter(desk: TestApp, admin: SignedIn, site: { id: string }) {
  const optionsOf = (options: Partial<CaseImportOptions>): CaseImportOptions => ({
    siteId: site.id,
    source: 'old-desk',
    locale: 'zh-CN',
    timeZone: 'Asia/Shanghai',
    category: null,
    categories: {},
    openCases: 'promise',
    ...options,
  });
  const show = async (id: string): Promise<CaseImportView> => (await admin.http.get(`${URL}/${id}`).expect(200)).body;
  const upload = (file: Buffer | string, options: Partial<CaseImportOptions> = {}, name = 'cases.csv') =>
    admin.http
      .post(URL)
      .field('options', JSON.stringify(optionsOf(options)))
      .attach('file', Buffer.from(file as string), name);
  return {
    show,
    upload,
    async check(file: Buffer | string, options: Partial<CaseImportOptions> = {}): Promise<CaseImportView> {
      const { body } = await upload(file, options).expect(201);
      await desk.settle();
      return show(body.id);
    },
    async checkAgain({ id }: CaseImportView, options: Partial<CaseImportOptions>): Promise<CaseImportView> {
      await admin.http
        .post(`${URL}/${id}/checks`)
        .send({ options: optionsOf(options) })
        .expect(201);
      await desk.settle();
      return show(id);
    },
    /** Says that it be taken over; `settle` does it. */
    async order({ id }: CaseImportView): Promise<void> {
      await admin.http.post(`${URL}/${id}/applications`).expect(201);
    },
    async apply(one: CaseImportView): Promise<CaseImportView> {
      await this.order(one);
      await desk.settle();
      return show(one.id);
    },
    async rows({ id }: CaseImportView, query: object = {}): Promise<CaseImportRowView[]> {
      return (await admin.http.get(`${URL}/${id}/rows`).query(query).expect(200)).body.items;
    },
    async report({ id }: CaseImportView): Promise<string> {
      return (await admin.http.get(`${URL}/${id}/report.csv`).expect(200)).text;
    },
  };
}
