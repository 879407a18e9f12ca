import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../../config.js';
import { Attachments } from '../../../conversations/index.js';
import type { Site } from '../../../people/index.js';
import { Database } from '../../../platform/db/index.js';
import type { DeskError } from '../../../platform/errors/index.js';
import { localeOf } from '../../../platform/http/index.js';
import { addressKey, type RateLimit, RateLimits } from '../../../platform/rate-limit/index.js';
import { Categories } from '../../categories/categories.service.js';
import { statusKey } from '../../customer-secrets.js';
import { readReplyForm } from '../../status/reply-form.js';
import { CaseDrafts, type Reading } from './case-drafts.service.js';
import type { NewCaseQuery } from './form.inputs.js';
import { FormAdvice } from './form-advice.service.js';
import { type Again, FormPages, type Reader } from './form-pages.service.js';
import { FormSeals } from './form-seals.service.js';
import { type Judged, judgeDraft } from './judge-draft.js';
import { isAnswerable, WebCases } from './web-cases.service.js';

/** What a form may send at all, before it is read. */
const SENT: RateLimit = { name: 'case-form-sent', points: 120, seconds: 60 };
/** A form of twenty fields, some of them with many boxes. */
const MOST_FIELDS = 200;

/** The public form: shown, taken in, and shown again with all that was written until it is a case. */
@Injectable()
export class WebForm {
  constructor(
    private readonly categories: Categories,
    private readonly drafts: CaseDrafts,
    private readonly seals: FormSeals,
    private readonly cases: WebCases,
    private readonly advice: FormAdvice,
    private readonly pages: FormPages,
    private readonly attachments: Attachments,
    private readonly database: Database,
    private readonly limits: RateLimits,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async show(
    request: FastifyRequest,
    reply: FastifyReply,
    { locale = localeOf(request.headers), site = '', category, sub, q = '' }: NewCaseQuery,
  ): Promise<void> {
    const reader = { request, reply, locale };
    if (!(await this.cases.site(site))) return this.pages.sendClosed(reader);
    const all = await this.categories.all();
    const known = all.find(({ key }) => key === category)?.subCategories;
    if (!category || !known || (sub && !known.some(({ key, archived }) => key === sub && !archived)))
      return this.pages.sendChoice(reader, all, { site, q });
    await this.pages.sendForm(reader, all, {
      ...this.seals.issue(),
      ...{ locale, site, category, sub: sub ?? '', version: 0, name: '', phone: '', email: '', words: q },
      ...{ values: {}, files: [], seen: false, trapped: false },
    });
  }

  async receive(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    await this.limits.consumeHere(SENT, addressKey(request.ip));
    const reading = (await readReplyForm(request, this.drafts.reader(request.ip), MOST_FIELDS)) as Reading;
    const reader = { request, reply, locale: reading.draft.locale };
    const site = await this.cases.site(reading.draft.site);
    if (!site) return this.pages.sendClosed(reader);
    const judged = judgeDraft(await this.categories.all(), reading.draft);
    const back = backFor(reading, judged) ?? (await this.advised(judged));
    if (back) return this.again(reader, judged, back);
    await this.open(reader, site, judged);
  }

  private async open(reader: Reader, site: Site, judged: Judged): Promise<void> {
    const { once, locale } = judged.draft;
    try {
      const number = await this.cases.open(site, judged, reader.request.ip);
      const key = statusKey(this.config.secretKey, number);
      reader.reply
        .header('cache-control', 'no-store')
        .redirect(`/cases/opened/${number}?key=${key}&locale=${locale}`, 303);
    } catch (error) {
      if (!isAnswerable(error)) throw error;
      if (error.code === 'too_many_requests') return this.again(reader, judged, tooMany(error));
      if (error.code === 'idempotency_key_reused') return this.another(reader, site, judged);
      // The form changed between our look at it and the case: what it is now decides.
      this.categories.forget();
      const anew = judgeDraft(await this.categories.all(), { ...judged.draft, once });
      await this.again(reader, anew, { notice: 'changed', status: 409 });
    }
  }

  /** Sent before with other words: this may be another matter, and is one as soon as they say so. */
  private async another(reader: Reader, site: Site, { draft, ...judged }: Judged): Promise<void> {
    const earlier = await this.cases.earlier(site, draft.once);
    const seal = this.seals.issue();
    const waiting = await this.attachments.ofForm(
      draft.once,
      draft.files.map(({ id }) => id),
      draft.files.length,
    );
    const ids = waiting.map(({ id }) => id);
    await this.attachments.passOn(this.database, { form: draft.once, ids }, { form: seal.once });
    const files = draft.files.filter(({ id }) => ids.includes(id));
    await this.again(
      reader,
      { ...judged, draft: { ...draft, ...seal, files } },
      { notice: 'sent', earlier, status: 409 },
    );
  }

  /** Articles first, once, where there are some; whoever saw them while they wrote is not asked again. */
  private async advised({ draft }: Judged): Promise<Again | undefined> {
    if (draft.seen) return undefined;
    const articles = await this.advice.articles(draft.words, draft.locale);
    return articles.length > 0 ? { articles } : undefined;
  }

  private async again(reader: Reader, { draft, problems, moved }: Judged, why: Again): Promise<void> {
    if (why.retryAfter !== undefined) reader.reply.header('retry-after', String(why.retryAfter));
    await this.pages.sendForm(reader, await this.categories.all(), draft, { problems, moved, ...why });
  }
}

/** Why a form goes back to who sent it before anything else is done with it. */
function backFor({ draft, seal, refused }: Reading, { problems, moved, changed }: Judged): Again | undefined {
  if (refused?.notice === 'too_many') return { notice: 'too_many', status: 429, retryAfter: refused.retryAfter };
  if (refused)
    return { notice: refused.notice, names: refused.names, status: refused.notice === 'wrong_type' ? 415 : 413 };
  const wrong = problems.size > 0 ? 'wrong' : undefined;
  if (moved.length > 0 || (changed && wrong)) return { notice: changed ? 'changed' : wrong, status: 409 };
  if (wrong) return { notice: wrong, status: 400 };
  if (draft.trapped || seal === 'forged') return { notice: 'again', status: 400 };
  return seal === 'stale' ? { notice: 'stale', status: 409 } : undefined;
}

const tooMany = ({ extra }: DeskError): Again => ({ notice: 'too_many', status: 429, retryAfter: extra.retryAfter });
