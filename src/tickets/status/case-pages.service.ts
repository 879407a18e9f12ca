import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../config.js';
import { LOCALES, type Locale, type PublicTicketView } from '../../contract/index.js';
import { Entries, EntryPresenter } from '../../conversations/index.js';
import { Clock, newId } from '../../platform/clock/index.js';
import { localeOf } from '../../platform/http/index.js';
import { Pages, type TemplateValue } from '../../platform/templates/index.js';
import { Categories } from '../categories/categories.service.js';
import { type StatusReach, statusPath } from '../customer-secrets.js';
import { type CasePage, casePage } from './case.presenter.js';
import { caseTexts } from './case.texts.js';
import { type CustomerCase, CustomerCases } from './customer-cases.service.js';
import { LookUp } from './look-up.service.js';
import { doneWords, type Refusal, refusedWords } from './notices.texts.js';
import type { Said } from './status.inputs.js';

/** Of the thread, the latest first. */
const MESSAGES_ON_A_PAGE = 100;

/** Who reads: the holder of the link of one number. */
export interface Holder {
  request: FastifyRequest;
  reply: FastifyReply;
  locale?: Locale;
  key: string;
}

export interface OpenedCase {
  own: CustomerCase;
  ticket: PublicTicketView;
  reach: StatusReach;
}

/** What the page says at its top, and what stands in its forms. */
export interface Shown {
  page?: number;
  said?: Said;
  refused?: { refusal: Refusal; names?: readonly string[]; status: number };
  answer?: Partial<CasePage['reply']>;
  rating?: CasePage['rating'];
}

/** The pages of one case, by its signed link; they work without JavaScript and are kept by nobody. */
@Injectable()
export class CasePages {
  constructor(
    private readonly lookUp: LookUp,
    private readonly cases: CustomerCases,
    private readonly categories: Categories,
    private readonly entries: Entries,
    private readonly presenter: EntryPresenter,
    private readonly pages: Pages,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** To be read. Undefined unless the key was made for this number: what does not exist has none that anybody could hold. */
  async read(number: string, key: string): Promise<OpenedCase | undefined> {
    const found = await this.lookUp.byLink(number, key);
    const own = found && (await this.cases.find(number));
    return own && { own, ticket: found.view, reach: found.reach };
  }

  /** To do something about it: a key that shows no more than its state is none. */
  async open(number: string, key: string): Promise<OpenedCase | undefined> {
    const opened = await this.read(number, key);
    return opened?.reach === 'whole' ? opened : undefined;
  }

  /** The case as it stands now, in full. */
  async send(holder: Holder, { own, ticket, reach }: OpenedCase, shown: Shown): Promise<void> {
    const { page = 1, said, refused, answer, rating } = shown;
    const locale = this.localeOf(holder);
    const path = this.path(own.number, locale);
    const newer = (page - 1) * MESSAGES_ON_A_PAGE;
    const [categories, rows] = await Promise.all([
      this.categories.all(),
      reach === 'whole' ? this.entries.seenByCustomers(own.conversationIds, MESSAGES_ON_A_PAGE + 1, newer) : [],
    ]);
    const entries = rows.slice(-MESSAGES_ON_A_PAGE).map((entry) => this.presenter.forCustomer(entry));
    const words = refused ? refusedWords(refused.refusal, locale, refused.names) : said && doneWords(said, locale);
    const context = casePage({
      ticket,
      own,
      categories,
      locale,
      now: this.clock.now(),
      key: holder.key,
      reach,
      mergedPath: ticket.mergedInto ? this.path(ticket.mergedInto, locale, reach) : null,
      thread: {
        entries,
        older: rows.length > MESSAGES_ON_A_PAGE ? `${path}&page=${page + 1}#thread` : null,
        newer: page > 1 ? `${path}&page=${page - 1}#thread` : null,
      },
      notice: words ? { words, isBad: refused !== undefined } : null,
      reply: { once: answer?.once ?? newId(), body: answer?.body ?? '', files: answer?.files ?? [] },
      rating,
    });
    this.sendPage(holder, { number: own.number, reach }, 'status/case', context, refused?.status);
  }

  /** Asks once more. */
  sendWithdrawal(holder: Holder, number: string, reasons: TemplateValue): void {
    const locale = this.localeOf(holder);
    const context = {
      texts: caseTexts(locale),
      locale,
      number,
      key: holder.key,
      back: this.path(number, locale),
      reasons,
    };
    this.sendPage(holder, { number, reach: 'whole' }, 'status/withdrawal', context);
  }

  /** After what was sent has been done: a page that can be reloaded. */
  redirect({ reply, locale }: Pick<Holder, 'reply' | 'locale'>, number: string, said?: Said): void {
    reply.header('cache-control', 'no-store');
    const target = this.path(number, locale);
    reply.redirect(said ? `${target}&said=${said}#notice` : target, 303);
  }

  /** After the right number and second factor. */
  redirectFound({ reply, locale }: Pick<Holder, 'reply' | 'locale'>, number: string, reach: StatusReach): void {
    reply.header('cache-control', 'no-store').redirect(this.path(number, locale, reach), 303);
  }

  localeOf({ request, locale }: Pick<Holder, 'request' | 'locale'>): Locale {
    return locale ?? localeOf(request.headers);
  }

  private sendPage(
    holder: Holder,
    { number, reach }: { number: string; reach: StatusReach },
    template: string,
    context: Record<string, TemplateValue>,
    status?: number,
  ): void {
    const { request, reply } = holder;
    const locale = this.localeOf(holder);
    const texts = caseTexts(locale);
    reply.header('x-robots-tag', 'noindex');
    this.pages.send(request, reply, {
      template,
      locale,
      title: `${texts.case} ${number}`,
      description: texts.description,
      paths: Object.fromEntries(LOCALES.map((each) => [each, this.path(number, each, reach)])) as Record<
        Locale,
        string
      >,
      context,
      stylesheets: ['status.css', 'case.css'],
      scripts: ['status.js'],
      status,
      cache: 'private',
      hidden: true,
    });
  }

  private path(number: string, locale: Locale | undefined, reach?: StatusReach): string {
    const path = statusPath(this.config.secretKey, number, reach);
    return locale ? `${path}&locale=${locale}` : path;
  }
}
