import { Injectable } from '@nestjs/common';
import type { ContextView } from '../../contract/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database } from '../../platform/db/index.js';
import { FetchRefused } from '../../platform/fetch/index.js';
import { Logger } from '../../platform/logger/index.js';
import { SignedCalls } from '../sites/signed-calls.service.js';
import { ContextAnswer } from './card.schema.js';
import { ContextCache } from './context-cache.js';

const FRESH_MILLISECONDS = 30_000;
/** A host that is down is asked again after this, not by every agent who looks. */
const RETRY_MILLISECONDS = 5_000;
const REMEMBERED_CUSTOMERS = 1_000;

interface Source {
  customer: string;
  shop: string | null;
  siteKey: string;
  url: string;
  siteId: string;
}

/** Facts of the host site beside a case: orders, settlements, the shop, violations, live rooms. */
@Injectable()
export class ContextProvider {
  private readonly known = new ContextCache<{ view: ContextView; goodUntil: number }>(REMEMBERED_CUSTOMERS);
  private readonly underWay = new Map<string, Promise<ContextView>>();

  constructor(
    private readonly database: Database,
    private readonly calls: SignedCalls,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /**
   * The cards of this customer, 30 s old at most. When the host does not answer as it must: `unavailable`, with the cards
   * last known. `none` for anonymous visitors and for sites without a provider. One question is under way per customer.
   */
  fetch(customerId: string): Promise<ContextView> {
    const known = this.known.get(customerId);
    if (known && known.goodUntil > this.clock.now().getTime()) return Promise.resolve(known.view);
    const asking = this.underWay.get(customerId) ?? this.ask(customerId);
    this.underWay.set(customerId, asking);
    return asking.finally(() => this.underWay.delete(customerId));
  }

  private async ask(customerId: string): Promise<ContextView> {
    const source = await this.source(customerId);
    if (!source) return { state: 'none', cards: [] };
    try {
      const view: ContextView = {
        state: 'ok',
        cards: await this.askHost(source),
        fetchedAt: this.clock.now().toISOString(),
      };
      this.remember(customerId, view, FRESH_MILLISECONDS);
      return view;
    } catch (error) {
      const reason = error instanceof FetchRefused ? error.reason : 'not a valid answer';
      this.logger.warn({ site: source.siteKey, reason, err: error }, 'the context provider did not answer');
      const last = this.known.get(customerId)?.view;
      const view: ContextView = { ...(last ?? { cards: [] }), state: 'unavailable' };
      this.remember(customerId, view, RETRY_MILLISECONDS);
      return view;
    }
  }

  private async askHost({ customer, shop, siteId, url }: Source): Promise<ContextView['cards']> {
    return ContextAnswer.parse(JSON.parse(await this.calls.post(siteId, url, { customer, shop }))).cards;
  }

  private source(customerId: string): Promise<Source | undefined> {
    return this.database.one<Source & Record<string, unknown>>(
      `SELECT c.external_id AS customer, h.external_id AS shop, s.id AS "siteId", s.key AS "siteKey",
              s.context_url AS url
         FROM customers c JOIN sites s ON s.id = c.site_id LEFT JOIN shops h ON h.id = c.shop_id
        WHERE c.id = $1 AND c.external_id IS NOT NULL AND s.context_url IS NOT NULL`,
      [customerId],
    );
  }

  private remember(customerId: string, view: ContextView, milliseconds: number): void {
    this.known.set(customerId, { view, goodUntil: this.clock.now().getTime() + milliseconds });
  }
}
