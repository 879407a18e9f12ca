import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import type { CallerCheck, CustomerSearchView, Locale, PhoneCaseView } from '../../contract/index.js';
import { ContactPoints, CustomerSearch, HostCustomers, type StaffPrincipal } from '../../people/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { type RateLimit, RateLimits } from '../../platform/rate-limit/index.js';
import { lookupCode } from '../customer-secrets.js';
import { Notes } from '../notes.service.js';
import { TicketLocks } from '../ticket-locks.service.js';
import { ACTIVE_STATUSES } from '../transitions.data.js';
import { Watchers } from '../watchers.service.js';
import { CaseOpenings } from './case-openings.service.js';
import type { PhoneCaseBody } from './opening.inputs.js';
import { Repeats } from './repeats.service.js';

/** Nobody takes more calls than this; it is for who would read the whole table. */
const SEARCHED: RateLimit = { name: 'customer-search', points: 120, seconds: 60 };

const CHECKED: Record<CallerCheck, Record<Locale, string>> = {
  registered_phone: { 'zh-CN': '来电号码与预留手机一致', en: 'called from the registered phone' },
  account_facts: { 'zh-CN': '已核对账号或订单信息', en: 'facts of the account or an order were checked' },
  called_back: { 'zh-CN': '已回拨预留手机确认', en: 'called back on the registered phone' },
  not_checked: { 'zh-CN': '未核实', en: 'not checked' },
};
const NOTE: Record<Locale, (check: string) => string> = {
  'zh-CN': (check) => `电话代客建单。身份核实：${check}。`,
  en: (check) => `Opened for a caller. Identity: ${check}.`,
};

const OPENED: Record<Locale, string> = { 'zh-CN': '代客建单', en: 'opened it for a caller' };

type Caller = { id: string; name: string; siteId: string; locale: Locale };

/** Cases that staff open for somebody on the phone. */
@Injectable()
export class PhoneCases {
  constructor(
    private readonly database: Database,
    private readonly search: CustomerSearch,
    private readonly limits: RateLimits,
    private readonly customers: HostCustomers,
    private readonly contactPoints: ContactPoints,
    private readonly openings: CaseOpenings,
    private readonly repeats: Repeats,
    private readonly locks: TicketLocks,
    private readonly notes: Notes,
    private readonly watchers: Watchers,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws DeskError `too_many_requests` */
  async find(staff: StaffPrincipal, typed: string): Promise<CustomerSearchView> {
    await this.limits.consume(SEARCHED, staff.staffId);
    const [found, sites] = await Promise.all([this.search.find(typed), this.search.sites()]);
    const counts = await this.database.query<{ id: string; count: number }>(
      `SELECT customer_id AS id, count(*)::int AS count FROM tickets
        WHERE customer_id = ANY($1::uuid[]) AND status = ANY($2) AND NOT internal GROUP BY customer_id`,
      [found.map(({ customerId }) => customerId), ACTIVE_STATUSES],
    );
    const open = new Map(counts.map(({ id, count }) => [id, count]));
    return { items: found.map((one) => ({ ...one, openCases: open.get(one.customerId) ?? 0 })), sites };
  }

  /** Whoever opens it follows it. @throws DeskError `invalid_input`, `not_found`, `idempotency_key_reused` */
  async open(staff: StaffPrincipal, body: PhoneCaseBody): Promise<PhoneCaseView> {
    const { requestId, customerId, newCustomer, check, checkNote, locale, form = {}, ...about } = body;
    if ((customerId === undefined) === (newCustomer === undefined))
      throw new DeskError('invalid_input', { errors: [{ path: 'customerId', message: 'either this or newCustomer' }] });
    const request = { scope: `staff:${staff.staffId}`, key: requestId, body };
    return this.repeats.once(request, async (tx) => {
      const customer = await this.caller(tx, body);
      const actor = { kind: 'staff', id: staff.staffId } as const;
      const { id, name, siteId } = customer;
      const { ticketId, ...opened } = await this.openings.open(tx, {
        ...about,
        form,
        siteId,
        customer: { id, name },
        channel: 'phone',
        locale: locale ?? customer.locale,
        actor,
        byStaff: true,
      });
      const ticket = await this.locks.lock(tx, ticketId);
      const words = [CHECKED[check][staff.locale], checkNote?.trim()].filter(Boolean).join(' · ');
      await this.notes.add(tx, ticket, actor, NOTE[staff.locale](words));
      await this.watchers.add(tx, ticket, staff.staffId, OPENED[staff.locale]);
      const { number, status, statusUrl } = opened;
      return { number, status, statusUrl, lookupCode: lookupCode(this.config.secretKey, number) };
    });
  }

  private async caller(tx: Transaction, { customerId, newCustomer, locale = 'zh-CN' }: PhoneCaseBody): Promise<Caller> {
    const siteId = newCustomer?.siteId;
    if (!newCustomer || !siteId) {
      const known = await tx.one<Caller>('SELECT id, name, site_id AS "siteId", locale FROM customers WHERE id = $1', [
        customerId,
      ]);
      if (!known) throw new DeskError('not_found');
      return known;
    }
    const site = await tx.one('SELECT 1 AS found FROM sites WHERE id = $1 AND disabled_at IS NULL', [siteId]);
    if (!site)
      throw new DeskError('invalid_input', { errors: [{ path: 'newCustomer.siteId', message: 'no such site' }] });
    const { name, phone } = newCustomer;
    const id = await this.customers.anonymous(tx, siteId, name, locale);
    if (phone) await this.contactPoints.give(tx, id, 'phone', phone);
    return { id, name, siteId, locale };
  }
}
