import { Injectable } from '@nestjs/common';
import type { OpenedCaseView, PublicTicketView, SiteCaseView } from '../../contract/index.js';
import { type ApiCaller, HostCustomers, SiteApiKeys } from '../../people/index.js';
import { Database } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { type RateLimit, RateLimits } from '../../platform/rate-limit/index.js';
import { VIEW_BY_NUMBER } from '../status/look-up.sql.js';
import { parseNumber } from '../ticket-number.js';
import { CaseOpenings } from './case-openings.service.js';
import type { ApiCaseBody } from './opening.inputs.js';
import { Repeats } from './repeats.service.js';

const OPENED: RateLimit = { name: 'api-open', points: 120, seconds: 60 };
const READ: RateLimit = { name: 'api-read', points: 600, seconds: 60 };
const KEY = /^[\x21-\x7e]{8,128}$/;

const OF_SITE = `
  SELECT v.view FROM (${VIEW_BY_NUMBER}) v JOIN tickets own ON own.id = v.id WHERE own.site_id = $2`;

const WITHOUT_KEY = {
  'zh-CN': '请带上 Idempotency-Key 请求头：8 到 128 个可见字符，每个新请求用一个新的值。',
  en: 'Send an `Idempotency-Key` header: 8 to 128 visible ASCII characters, a new one for each new request.',
};

/** What the servers of a host site do: open cases for their customers, and read them. */
@Injectable()
export class ApiCases {
  constructor(
    private readonly database: Database,
    private readonly keys: SiteApiKeys,
    private readonly limits: RateLimits,
    private readonly customers: HostCustomers,
    private readonly openings: CaseOpenings,
    private readonly repeats: Repeats,
  ) {}

  /** @throws DeskError `unauthenticated`, `too_many_requests` */
  async caller(authorization: string | undefined, address: string): Promise<ApiCaller> {
    return this.keys.authenticate(authorization, address);
  }

  /** @throws DeskError `invalid_input`, `idempotency_key_reused`, `too_many_requests` */
  async open({ siteId, keyId }: ApiCaller, key: string | undefined, body: ApiCaseBody): Promise<OpenedCaseView> {
    if (!KEY.test(key ?? ''))
      throw new DeskError('invalid_input', {
        detail: WITHOUT_KEY,
        errors: [{ path: 'Idempotency-Key', message: WITHOUT_KEY.en }],
      });
    await this.limits.consume(OPENED, keyId);
    const { customer: said, locale = 'zh-CN', form = {}, ...about } = body;
    return this.repeats.once({ scope: `site:${siteId}`, key: key as string, body }, async (tx) => {
      const customer = await this.customers.save(tx, siteId, said, locale);
      const opened = await this.openings.open(tx, { ...about, siteId, customer, channel: 'api', form, locale });
      return { number: opened.number, status: opened.status, statusUrl: opened.statusUrl };
    });
  }

  /** Another site's case is answered like one that does not exist. @throws DeskError `not_found`, `too_many_requests` */
  async read({ siteId, keyId }: ApiCaller, typed: string): Promise<SiteCaseView> {
    await this.limits.consumeHere(READ, keyId);
    const number = parseNumber(typed) ?? '';
    const row = await this.database.one<{ view: string }>(OF_SITE, [number, siteId]);
    if (!row) throw new DeskError('not_found');
    return { ...(JSON.parse(row.view) as PublicTicketView), statusUrl: this.openings.statusUrl(number) };
  }
}
