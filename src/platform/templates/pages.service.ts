import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../config.js';
import { LOCALES, type Locale } from '../../contract/index.js';
import { Assets } from './assets.js';
import { chromeTexts } from './chrome.js';
import { Templates, type TemplateValue } from './templates.service.js';

export interface Page {
  /** Path below `templates/`, without `.hbs`. It begins with `{{#> layout}}`. */
  template: string;
  locale: Locale;
  title: string;
  /** For search engines and previews; about 150 characters. */
  description: string;
  /** Absolute path of this page in each language it exists in; the switch in the header leads there. */
  paths: Record<Locale, string>;
  /** What the template sees beside `page` and `chrome`. */
  context: { readonly [key: string]: TemplateValue };
  /** 200 unless told. */
  status?: number;
  /** `shared`: the same for everybody, kept for a minute by browsers and proxies. `private`: never kept. */
  cache: 'shared' | 'private';
  /** Keeps it out of search engines. */
  hidden?: boolean;
  kind?: 'website' | 'article';
  /** Files of `templates/help/assets` that this page needs beside `pages.css`. */
  stylesheets?: string[];
}

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

const CACHE_CONTROL = { shared: 'public, max-age=60, stale-while-revalidate=300', private: 'no-store' };

/** Public pages in the house's frame: head, header, language switch, footer, security and cache headers. */
@Injectable()
export class Pages {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly templates: Templates,
    private readonly assets: Assets,
  ) {}

  /** Sends the page, or 304 when the reader has it. Works without JavaScript. */
  send(request: FastifyRequest, reply: FastifyReply, page: Page): FastifyReply {
    const html = this.render(page);
    const etag = `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`;
    reply
      .status(page.status ?? 200)
      .header('content-security-policy', CONTENT_SECURITY_POLICY)
      // Not `no-referrer`: browsers then send forms with `Origin: null`, which our own check refuses.
      .header('referrer-policy', 'same-origin')
      .header('cache-control', CACHE_CONTROL[page.cache])
      .header('content-language', page.locale)
      .type('text/html; charset=utf-8');
    if (page.cache === 'shared' && (page.status ?? 200) === 200) {
      reply.header('etag', etag);
      if (request.headers['if-none-match']?.split(/,\s*/).includes(etag)) return reply.status(304).send();
    }
    return reply.send(html);
  }

  render(page: Page): string {
    const chrome = chromeTexts(page.locale);
    const absolute = (path: string) => `${this.config.publicUrl}${path}`;
    const other = LOCALES.find((locale) => locale !== page.locale) as Locale;
    return this.templates.render(page.template, {
      ...page.context,
      chrome: { ...chrome, contactUrl: this.config.contactUrl ?? null },
      page: {
        locale: page.locale,
        title: page.title,
        description: page.description,
        canonical: page.hidden ? null : absolute(page.paths[page.locale]),
        alternates: page.hidden
          ? []
          : [
              ...LOCALES.map((locale) => ({ language: locale as string, url: absolute(page.paths[locale]) })),
              { language: 'x-default', url: absolute(page.paths['zh-CN']) },
            ],
        otherLocale: other,
        otherPath: page.paths[other],
        hidden: page.hidden ?? false,
        kind: page.kind ?? 'website',
        openGraphLocale: page.locale === 'en' ? 'en_GB' : 'zh_CN',
        openGraphOther: page.locale === 'en' ? 'zh_CN' : 'en_GB',
        stylesheets: ['pages.css', ...(page.stylesheets ?? [])].map((file) => this.assets.url(file)),
        iconUrl: this.assets.url('icon.svg'),
      },
    });
  }
}
