/**
 * The bare limit of an article's page: node:http, and handlebars that renders a template of the product's own page with
 * what stands in a map. No database, no cache headers, no layout.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Handlebars from 'handlebars';
import { answerParent } from '../harness/helper-process.js';

export interface BarePages {
  /** With `title` and `body` to be filled in. */
  template: string;
  pages: { path: string; title: string; body: string }[];
}

answerParent({
  listen: async ({ template, pages }: BarePages) => {
    const render = Handlebars.compile(template);
    const byPath = new Map(pages.map((page) => [page.path, page]));
    const server = createServer((request, response) => {
      const page = byPath.get(request.url ?? '');
      response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(page && render(page));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  },
});
