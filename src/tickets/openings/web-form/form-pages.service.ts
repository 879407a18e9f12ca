import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../../config.js';
import {
  type ArticleLink,
  type CategoryKey,
  type CategoryView,
  fieldsForCustomers,
  LIMITS,
  LOCALES,
  type Locale,
  type LocalizedText,
} from '../../../contract/index.js';
import { type Page, Pages, type TemplateValue } from '../../../platform/templates/index.js';
import { statusPath } from '../../customer-secrets.js';
import type { CaseDraft } from './case-draft.js';
import { fieldParts } from './field.presenter.js';
import { formTexts, NOTICES, type Notice } from './form.texts.js';
import { FormAdvice } from './form-advice.service.js';
import { type Moved, NAME_LENGTH } from './judge-draft.js';

export interface Reader {
  request: FastifyRequest;
  reply: FastifyReply;
  locale: Locale;
}

/** Where in the form somebody is, for links within it. */
export interface Place {
  site: string;
  category?: CategoryKey;
  sub?: string;
  q: string;
}

/** Why the form is shown again, and with what. */
export interface Again {
  notice?: Notice;
  /** Of the files that it is about. */
  names?: readonly string[];
  problems?: ReadonlyMap<string, LocalizedText>;
  moved?: readonly Moved[];
  articles?: readonly ArticleLink[];
  /** Number of the case that it has become already. */
  earlier?: string;
  status?: number;
  /** Seconds. */
  retryAfter?: number;
}

/** Public pages on which one opens a case. They work without JavaScript, and are kept by nobody. */
@Injectable()
export class FormPages {
  constructor(
    private readonly pages: Pages,
    private readonly advice: FormAdvice,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** What is it about? */
  async sendChoice(reader: Reader, categories: readonly CategoryView[], place: Place): Promise<void> {
    const { locale } = reader;
    const context = {
      categories: categories.map(({ key, topic, subCategories }) => ({
        key,
        name: topic[locale],
        subs: [
          ...subCategories
            .filter(({ archived }) => !archived)
            .map((sub) => ({
              name: sub.name[locale],
              url: pathOf(locale, { ...place, category: key, sub: sub.key }),
            })),
          { name: formTexts(locale).otherOf, url: pathOf(locale, { ...place, category: key, sub: '' }) },
        ],
      })),
    };
    await this.send(reader, place, { template: 'cases/choose', context, status: undefined });
  }

  /** There is nobody whom a case could be for. */
  async sendClosed(reader: Reader): Promise<void> {
    await this.send(reader, { site: '', q: '' }, { template: 'cases/closed', context: {}, status: 404 });
  }

  async sendForm(
    reader: Reader,
    categories: readonly CategoryView[],
    draft: CaseDraft,
    { notice, names = [], problems = new Map(), moved = [], articles = [], earlier, status }: Again = {},
  ): Promise<void> {
    const { locale } = reader;
    const texts = formTexts(locale);
    const category = categories.find(({ key }) => key === draft.category);
    const sub = category?.subCategories.find(({ key, archived }) => key === draft.sub && !archived);
    const fields = fieldsForCustomers(sub?.form ?? []);
    const place: Place = { site: draft.site, category: draft.category, sub: draft.sub, q: '' };
    const problem = (name: string) => problems.get(name)?.[locale] ?? null;
    const labels: Record<string, string> = {
      body: texts.words,
      name: texts.name,
      phone: texts.phone,
      email: texts.email,
    };
    const context = {
      draft: {
        ...{ once: draft.once, seal: draft.seal, site: draft.site, category: draft.category, sub: sub?.key ?? '' },
        ...{ name: draft.name, phone: draft.phone, email: draft.email, words: draft.words },
        version: sub?.formVersion ?? 0,
        seen: draft.seen || articles.length > 0 ? '1' : '',
        files: draft.files.map(({ id, name }) => ({ id, name })),
      },
      topic: [category?.topic[locale], sub?.name[locale] ?? texts.otherOf].filter(Boolean).join(' · '),
      back: pathOf(locale, { site: draft.site, q: '' }),
      fields: fields.map((field) => fieldParts(field, fields, { values: draft.values, problems, locale })),
      // What the script needs to know which of them are asked.
      conditions: JSON.stringify(
        fields.map(({ key, type, showWhen, customerVisible }) => ({ key, type, showWhen, customerVisible })),
      ),
      problems: {
        body: problem('body'),
        name: problem('name'),
        phone: problem('phone'),
        email: problem('email'),
      },
      notice: notice ? NOTICES[notice][locale] + names.join(locale === 'en' ? ', ' : '、') : null,
      summary: [...problems].map(([name, fix]) => ({
        target: name.replace('form.', 'form-'),
        label: labels[name] ?? fields.find(({ key }) => `form.${key}` === name)?.label[locale] ?? '',
        words: fix[locale],
      })),
      moved: moved.length > 0 ? { lead: NOTICES.moved[locale], items: moved.map((one) => ({ ...one })) } : null,
      articles: articles.map(({ title, excerpt, url }) => ({ title, excerpt, url })),
      earlier: earlier ? `${statusPath(this.config.secretKey, earlier)}&locale=${locale}` : null,
      suggest: this.advice.address(locale),
      most: {
        length: LIMITS.messageLength,
        name: NAME_LENGTH,
        files: LIMITS.attachmentsPerMessage,
        bytes: LIMITS.attachmentBytes,
      },
    };
    await this.send(reader, place, {
      template: 'cases/form',
      context,
      status,
      scripts: ['help.js', 'status.js', 'case-form.js'],
    });
  }

  /** It is a case now. */
  async sendOpened(reader: Reader, number: string, key: string, context: Record<string, TemplateValue>): Promise<void> {
    const paths = Object.fromEntries(
      LOCALES.map((locale) => [locale, `/cases/opened/${number}?key=${key}&locale=${locale}`]),
    ) as Record<Locale, string>;
    await this.send(
      reader,
      { site: '', q: '' },
      {
        template: 'cases/opened',
        context: {
          number,
          statusUrl: `${statusPath(this.config.secretKey, number)}&locale=${reader.locale}`,
          ...context,
        },
        status: undefined,
        scripts: ['status.js'],
        paths,
      },
    );
  }

  private async send(
    { request, reply, locale }: Reader,
    place: Place,
    page: Pick<Page, 'template' | 'context' | 'status' | 'scripts'> & Partial<Pick<Page, 'paths'>>,
  ): Promise<void> {
    const texts = formTexts(locale);
    reply.header('x-robots-tag', 'noindex');
    this.pages.send(request, reply, {
      paths: Object.fromEntries(LOCALES.map((each) => [each, pathOf(each, place)])) as Record<Locale, string>,
      ...page,
      locale,
      title: texts.title,
      description: texts.description,
      context: { texts, locale, ...page.context },
      stylesheets: ['status.css', 'case.css', 'case-form.css'],
      announcement: await this.advice.announcement(locale),
      cache: 'private',
      hidden: true,
    });
  }
}

/** Absolute path of the form, there where somebody is. */
function pathOf(locale: Locale, { site, category, sub, q }: Place): string {
  const query = new URLSearchParams({
    locale,
    ...(site && { site }),
    ...(category && { category, sub: sub ?? '' }),
    ...(q && { q }),
  });
  return `/cases/new?${query}`;
}
