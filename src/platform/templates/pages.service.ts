import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../config.js';
import { LOCALES, type Locale } from '../../contract/index.js';
import { Assets } from './assets.js';
import { themeColors } from './brand-sheet.js';
import { type Brand, Branding } from './branding.js';
import { chromeParts } from './chrome.js';
import { contentPolicy } from './page-policy.js';
import { Templates, type TemplateValue, type TrustedHtml, trustedHtml } from './templates.service.js';

export interface Page {
  /** Path below `templates/`, without `.hbs`. It begins with `{{#> layout}}`. */
  template: string;
  locale: Locale;
  title: string;
  /** For search engines and previews; about 150 characters. */
  description: string;
  /** Absolute path of this page in each language it exists in; the switch in the header leads there. */
  paths: Record<Locale, string>;
  /** In which it exists, when not in all: the path in another one leads to the next best place. */
  languages?: readonly Locale[];
  /** What the template sees beside `page` and `chrome`. */
  context: { readonly [key: string]: TemplateValue };
  /** 200 unless told. */
  status?: number;
  /**
   * `shared`: the same for everybody, kept for a minute by browsers and proxies. `own`: kept for a minute by the reader's browser
   * alone. `private`: never kept.
   */
  cache: 'shared' | 'own' | 'private';
  /** Keeps it out of search engines. */
  hidden?: boolean;
  kind?: 'website' | 'article';
  /** Above what the page is about: what everybody should know at the moment. */
  announcement?: string;
  /** An Atom feed of what stands here. */
  feed?: string;
  /** What search engines read of it: an object of schema.org. */
  structured?: { readonly [key: string]: unknown };
  /** Files of `templates/help/assets` that this page needs beside `pages.css`. */
  stylesheets?: string[];
  /** Scripts of `dist/browser/help` that make more of it; it works without. */
  scripts?: string[];
  /** Sources of what it shows in frames, for its policy: `'self'`, or origins. */
  frames?: readonly string[];
}

const CACHE_CONTROL = {
  shared: 'public, max-age=60, stale-while-revalidate=60',
  own: 'private, max-age=60',
  private: 'no-store',
};

/** Data in a script element, which it cannot end: nothing in it begins a tag. */
const jsonForHtml = (data: object): TrustedHtml => trustedHtml(JSON.stringify(data).replaceAll('<', '\\u003c'));

/** The language for readers of none of ours. */
const standIn = ({ languages = LOCALES, locale }: Page): Locale => (languages.includes('zh-CN') ? 'zh-CN' : locale);

/** Public pages in the house's frame: head, header, language switch, footer, security and cache headers. */
@Injectable()
export class Pages {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly templates: Templates,
    private readonly assets: Assets,
    private readonly branding: Branding,
  ) {}

  /** Sends the page, or 304 when the reader has it. Works without JavaScript. */
  send(request: FastifyRequest, reply: FastifyReply, page: Page): FastifyReply {
    const scripts = this.scripts(page);
    const html = this.render(page);
    const etag = `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`;
    reply
      .status(page.status ?? 200)
      .header('content-security-policy', contentPolicy({ scripts: scripts.length > 0, frames: page.frames ?? [] }))
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

  /** @param brand as the desk looks now, unless told */
  render(page: Page, brand: Brand = this.branding.current): string {
    const absolute = (path: string) => `${this.config.publicUrl}${path}`;
    const other = LOCALES.find((locale) => locale !== page.locale) as Locale;
    return this.templates.render(page.template, {
      ...page.context,
      chrome: chromeParts(brand, page.locale, this.config.contactUrl),
      page: {
        locale: page.locale,
        title: page.title,
        description: page.description,
        canonical: page.hidden ? null : absolute(page.paths[page.locale]),
        alternates: page.hidden
          ? []
          : [
              ...(page.languages ?? LOCALES).map((locale) => ({
                language: locale as string,
                url: absolute(page.paths[locale]),
              })),
              { language: 'x-default', url: absolute(page.paths[standIn(page)]) },
            ],
        otherLocale: other,
        otherPath: page.paths[other],
        hidden: page.hidden ?? false,
        kind: page.kind ?? 'website',
        openGraphLocale: page.locale === 'en' ? 'en_GB' : 'zh_CN',
        openGraphOther: page.locale === 'en' ? 'zh_CN' : 'en_GB',
        announcement: page.announcement ?? null,
        feed: page.feed ?? null,
        structured:
          page.structured && !page.hidden
            ? jsonForHtml({ '@context': 'https://schema.org', ...page.structured })
            : null,
        stylesheets: [
          ...['pages.css', ...(page.stylesheets ?? [])].map((file) => this.assets.url(file)),
          ...(brand.accent ? [this.assets.sheet(brand.accent)] : []),
        ],
        scripts: this.scripts(page),
        theme: { ...themeColors(brand.accent) },
        iconUrl: brand.logo ?? this.assets.url('icon.svg'),
        picture: brand.logo && absolute(brand.logo),
      },
    });
  }

  private scripts(page: Page): string[] {
    return (page.scripts ?? []).flatMap((file) => this.assets.script(file) ?? []);
  }
}
