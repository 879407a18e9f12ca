import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import type { FeedbackKind, GivenFeedbackView, Locale } from '../../contract/index.js';
import { ContactPoints, type CustomerPrincipal, HostCustomers } from '../../people/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { addressKey, type RateLimit, RateLimits } from '../../platform/rate-limit/index.js';
import { feedbackPath } from '../customer-key.js';
import type { FeedbackReader } from '../customers/own-feedback.service.js';
import { Giving } from './giving.service.js';

/** Far more than anybody has to say; somebody will read each. */
const BY_CUSTOMER: RateLimit = { name: 'feedback-give', points: 20, seconds: 3_600 };
/** A whole office may share one address; strangers need no more. */
const BY_ADDRESS: RateLimit = { name: 'feedback-give-address', points: 30, seconds: 3_600 };

export interface FeedbackForm {
  once: string;
  kind: FeedbackKind;
  area?: string;
  words: string;
  /** Where they would like to hear of it; nobody else vouches for it. */
  email?: string;
}

/** Feedback as customers send it, by widget or page. */
@Injectable()
export class FeedbackForms {
  constructor(
    private readonly database: Database,
    private readonly limits: RateLimits,
    private readonly giving: Giving,
    private readonly customers: HostCustomers,
    private readonly contactPoints: ContactPoints,
    @Inject(CONFIG) private readonly config: Pick<Config, 'secretKey'>,
  ) {}

  /** @throws DeskError `invalid_input`, `too_many_requests` */
  async fromWidget(customer: CustomerPrincipal, form: FeedbackForm): Promise<GivenFeedbackView> {
    await this.limits.consume(BY_CUSTOMER, customer.customerId);
    const { customerId, siteId, locale, identified } = customer;
    const id = await this.database.transaction(async (tx) => {
      if (!identified) await this.note(tx, customerId, form.email);
      return await this.take(tx, { siteId, customerId, locale, way: 'widget' }, form);
    });
    return { id, locale, pageUrl: feedbackPath(this.config.secretKey, customerId) };
  }

  /**
   * From the page: by whom its key names, else by somebody new.
   * @throws DeskError `invalid_input`, `site_unknown`, `too_many_requests`
   */
  async fromPage(
    from: { reader: FeedbackReader | undefined; siteKey: string | undefined; locale: Locale; address: string },
    form: FeedbackForm,
  ): Promise<GivenFeedbackView> {
    const { reader, siteKey, locale, address } = from;
    await this.limits.consume(BY_ADDRESS, addressKey(address));
    if (reader) await this.limits.consume(BY_CUSTOMER, reader.id);
    return await this.database.transaction(async (tx) => {
      const earlier = await tx.one<{ id: string; customerId: string }>(
        'SELECT id, customer_id AS "customerId" FROM feedback WHERE once = $1',
        [`page:${form.once}`],
      );
      // Sent twice by a stranger: the page that opens is not for whoever sends another's number.
      if (earlier && !reader) throw new DeskError('conflict');
      const siteId = reader?.siteId ?? (await this.siteOf(tx, siteKey));
      const customerId = reader?.id ?? (await this.customers.anonymous(tx, siteId, '', locale));
      if (!reader || reader.givesEmail) await this.note(tx, customerId, form.email);
      const id = await this.take(tx, { siteId, customerId, locale, way: 'page' }, form);
      return { id, locale, pageUrl: feedbackPath(this.config.secretKey, customerId) };
    });
  }

  private async take(
    tx: Transaction,
    who: { siteId: string; customerId: string; locale: Locale; way: 'widget' | 'page' },
    { once, kind, area, words }: FeedbackForm,
  ): Promise<string> {
    const scope = who.way === 'page' ? 'page' : who.customerId;
    const { id } = await this.giving.give(tx, { ...who, kind, words, ...(area && { area }), once: `${scope}:${once}` });
    return id;
  }

  private async note(tx: Transaction, customerId: string, email: string | undefined): Promise<void> {
    if (email) await this.contactPoints.give(tx, customerId, 'email', email);
  }

  /** The one that is named, else the desk's first: a link that has aged is no reason to lose what somebody wrote. */
  private async siteOf(tx: Transaction, key: string | undefined): Promise<string> {
    const site = await tx.one<{ id: string }>(
      'SELECT id FROM sites WHERE disabled_at IS NULL ORDER BY key IS DISTINCT FROM $1::text, created_at, id LIMIT 1',
      [key ?? null],
    );
    if (!site) throw new DeskError('site_unknown');
    return site.id;
  }
}
