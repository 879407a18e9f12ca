import { Injectable } from '@nestjs/common';
import { ContactPoints, HostCustomers, type Site, Sites } from '../../../people/index.js';
import { DeskError } from '../../../platform/errors/index.js';
import { addressKey, type RateLimit, RateLimits } from '../../../platform/rate-limit/index.js';
import { CaseOpenings } from '../case-openings.service.js';
import { Repeats } from '../repeats.service.js';
import { FormAdvice } from './form-advice.service.js';
import type { Judged } from './judge-draft.js';

/** Each becomes a case that a person must read; an office may share one address. */
const BY_ADDRESS: RateLimit = { name: 'case-form-open', points: 20, seconds: 3_600 };
/** Nobody's mailbox is filled by somebody who knows their address. */
const BY_EMAIL: RateLimit = { name: 'case-form-email', points: 5, seconds: 86_400 };

/** Cases that somebody opens by the public form. */
@Injectable()
export class WebCases {
  constructor(
    private readonly sites: Sites,
    private readonly advice: FormAdvice,
    private readonly limits: RateLimits,
    private readonly repeats: Repeats,
    private readonly customers: HostCustomers,
    private readonly contactPoints: ContactPoints,
    private readonly openings: CaseOpenings,
  ) {}

  /** The one that was asked for, else the help centre's, else the first; undefined where there is none that is switched on. */
  async site(wanted: string): Promise<Site | undefined> {
    for (const key of [wanted, this.advice.site()]) {
      const site = key ? await this.sites.byKey(key) : null;
      if (site && !site.disabledAt) return site;
    }
    return (await this.sites.first()) ?? undefined;
  }

  /** Number of the case that this form has become, if it has. */
  async earlier(site: Site, once: string): Promise<string | undefined> {
    return (await this.repeats.answerOf<{ number: string }>(requestOf(site, once)))?.number;
  }

  /**
   * The same form again is the same case, and costs nothing.
   * @returns its number
   * @throws DeskError `invalid_input` when the form has changed since it was judged, `idempotency_key_reused`,
   * `too_many_requests`
   */
  async open(site: Site, { draft, values, phone, email, sub }: Judged, address: string): Promise<string> {
    const { once, locale, category, name, words, files } = draft;
    const request = requestOf(site, once);
    if (!(await this.repeats.answerOf(request))) await this.consume(address, email);
    const body = {
      ...{ category, sub: sub?.key ?? null, values, words, name, phone: phone ?? null, email: email ?? null },
      // Sent again, files have other ids.
      files: files.map((file) => [file.name, file.size]),
    };
    const { number } = await this.repeats.once({ ...request, body }, async (tx) => {
      const id = await this.customers.anonymous(tx, site.id, name, locale);
      if (phone) await this.contactPoints.give(tx, id, 'phone', phone);
      if (email) await this.contactPoints.give(tx, id, 'email', email);
      const opened = await this.openings.open(tx, {
        siteId: site.id,
        customer: { id, name },
        channel: 'form',
        category,
        ...(sub && { subCategory: sub.key }),
        form: values,
        message: words,
        locale,
        ...(files.length > 0 && { files: { form: once, ids: files.map((file) => file.id) } }),
      });
      return { number: opened.number };
    });
    return number;
  }

  private async consume(address: string, email: string | undefined): Promise<void> {
    await this.limits.consume(BY_ADDRESS, addressKey(address));
    if (email) await this.limits.consume(BY_EMAIL, email);
  }
}

const requestOf = ({ id }: Site, once: string) => ({ scope: `form:${id}`, key: once });

/** Why a case was not opened, as far as who sends the form can do something about it. */
export function isAnswerable(error: unknown): error is DeskError {
  return (
    error instanceof DeskError && ['invalid_input', 'idempotency_key_reused', 'too_many_requests'].includes(error.code)
  );
}
