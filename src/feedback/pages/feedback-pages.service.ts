import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../config.js';
import {
  FEEDBACK_KIND_WORDS,
  FEEDBACK_KINDS,
  FEEDBACK_LIMITS,
  FEEDBACK_STATUS_WORDS,
  LOCALES,
  type Locale,
} from '../../contract/index.js';
import { newId } from '../../platform/clock/index.js';
import { Pages, type TemplateValue } from '../../platform/templates/index.js';
import { FeedbackAreas } from '../areas/areas.service.js';
import { feedbackKey } from '../customer-key.js';
import { type FeedbackReader, OwnFeedback, type PublicTopic } from '../customers/own-feedback.service.js';
import { feedbackPageTexts } from './page.texts.js';

const ZONE = 'Asia/Shanghai';

/** Who reads the page, and how they came to it. */
export interface PageVisit {
  request: FastifyRequest;
  reply: FastifyReply;
  locale: Locale;
  /** By the key of the address; undefined for anybody. */
  reader: FeedbackReader | undefined;
  /** Key of the site from which they came. */
  site: string | undefined;
}

export interface TypedFeedback {
  once: string;
  kind: string;
  area: string;
  words: string;
  email: string;
}

export interface PageShown {
  area?: string;
  notice?: { words: string; isBad: boolean };
  /** What was sent and could not be taken. */
  typed?: TypedFeedback;
  status?: number;
}

/** The public page; it works without JavaScript. Of other customers it shows a number, never a word. */
@Injectable()
export class FeedbackPages {
  constructor(
    private readonly pages: Pages,
    private readonly areas: FeedbackAreas,
    private readonly own: OwnFeedback,
    @Inject(CONFIG) private readonly config: Pick<Config, 'secretKey' | 'contactUrl'>,
  ) {}

  async send(visit: PageVisit, { area, notice, typed, status }: PageShown): Promise<void> {
    const { request, reply, locale, reader } = visit;
    const texts = feedbackPageTexts(locale);
    const [areas, mine, topics] = await Promise.all([
      this.areas.forCustomers(locale),
      reader ? this.own.of(reader.id, locale) : [],
      this.own.publicTopics(reader?.id, area),
    ]);
    const nameOf = (key: string | null) => areas.find((each) => each.key === key)?.name ?? null;
    const context: Record<string, TemplateValue> = {
      texts,
      locale,
      key: reader ? feedbackKey(this.config.secretKey, reader.id) : '',
      site: visit.site ?? '',
      notice: notice ?? null,
      asksEmail: !reader || reader.givesEmail,
      isKnown: reader !== undefined,
      votes: reader?.identified ?? false,
      most: FEEDBACK_LIMITS.words,
      form: {
        once: typed?.once ?? newId(),
        words: typed?.words ?? '',
        email: typed?.email ?? '',
        kinds: FEEDBACK_KINDS.map((kind) => ({
          value: kind,
          words: FEEDBACK_KIND_WORDS[kind][locale],
          checked: (typed?.kind ?? 'suggestion') === kind,
        })),
        areas: areas.map(({ key, name }) => ({ key, name, selected: typed?.area === key })),
      },
      mine: mine.map((piece) => ({
        id: piece.id,
        kind: FEEDBACK_KIND_WORDS[piece.kind][locale],
        words: piece.words,
        tone: piece.status,
        status: FEEDBACK_STATUS_WORDS[piece.status][locale],
        answer: piece.answer ?? null,
        at: piece.at,
        day: dayOf(piece.at, locale),
        caseNumber: piece.caseNumber ?? null,
        caseUrl: piece.caseUrl ? `${piece.caseUrl}&locale=${locale}` : null,
      })),
      topics: topics.map((topic) => this.topic(topic, locale, nameOf(topic.area))),
      filters: [
        { name: texts.all, path: this.path(visit), current: area === undefined },
        ...areas.map((each) => ({
          name: each.name,
          path: `${this.path(visit)}&area=${each.key}#topics`,
          current: each.key === area,
        })),
      ],
      filtered: area !== undefined,
    };
    this.pages.send(request, reply, {
      template: 'feedback/page',
      locale,
      title: texts.title,
      description: texts.description,
      paths: Object.fromEntries(LOCALES.map((each) => [each, this.path({ ...visit, locale: each })])) as Record<
        Locale,
        string
      >,
      context,
      stylesheets: ['status.css', 'case.css', 'feedback.css'],
      scripts: ['status.js'],
      status,
      cache: 'private',
      hidden: true,
    });
  }

  /** Of this page for this reader. */
  path({ locale, reader, site }: Pick<PageVisit, 'locale' | 'reader' | 'site'>): string {
    const key = reader && feedbackKey(this.config.secretKey, reader.id);
    return `/feedback?${new URLSearchParams({ locale, ...(key && { key }), ...(site && { site }) })}`;
  }

  private topic(topic: PublicTopic, locale: Locale, area: string | null): TemplateValue {
    const { id, title, status, answer, people, voted, given } = topic;
    return {
      id,
      title: title[locale],
      area,
      tone: status,
      status: FEEDBACK_STATUS_WORDS[status][locale],
      answer: answer?.[locale] ?? null,
      people,
      voted,
      given,
    };
  }
}

/** In Beijing, as the status page. */
function dayOf(at: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', { dateStyle: 'medium', timeZone: ZONE }).format(
    new Date(at),
  );
}
