import { createHash } from 'node:crypto';
import type { Locale } from '../../../contract/index.js';
import { DEMO_MERCHANTS, DEMO_SHOPS, type DemoMerchant } from '../../demo-content/index.js';
import type { Dice } from './dice.js';
import { DAY, HOUR } from './rhythm.js';
import type { Person } from './story.js';

const ANONYMOUS = 24;

type Row = Record<string, unknown>;

export interface Population {
  /** Those whom the host site vouches for. */
  customers: Person[];
  visitors: Person[];
  rows: { shops: Row[]; customers: Row[]; contact_points: Row[]; visitor_sessions: Row[] };
}

/** Everybody who has ever opened the widget. Their first days lie before the stories begin. */
export function populate(dice: Dice, siteId: string, now: Date, days: number): Population {
  const rows: Population['rows'] = { shops: [], customers: [], contact_points: [], visitor_sessions: [] };
  const before = new Date(now.getTime() - (days + 1) * DAY);
  const shopIds = new Map(DEMO_SHOPS.map(({ id }) => [id, dice.id(before)]));
  for (const { id, name, tier, industry, accountManager } of DEMO_SHOPS)
    rows.shops.push({
      id: shopIds.get(id),
      site_id: siteId,
      external_id: id,
      name,
      tier,
      industry,
      account_manager: accountManager ?? null,
    });
  const enter = (locale: Locale, merchant?: DemoMerchant): Person => {
    const createdAt = new Date(before.getTime() - dice.between(1, 200 * 24) * HOUR);
    const shopId = merchant && shopIds.get(merchant.shop.id);
    const person: Person = {
      id: dice.id(createdAt),
      externalId: merchant?.id ?? null,
      name: merchant?.name ?? '',
      locale,
      shop: merchant && shopId ? { id: shopId, name: merchant.shop.name, tier: merchant.shop.tier } : null,
      sessionId: dice.id(before),
    };
    rows.customers.push({
      id: person.id,
      site_id: siteId,
      external_id: person.externalId,
      shop_id: shopId ?? null,
      name: person.name,
      locale,
      created_at: createdAt,
    });
    rows.visitor_sessions.push({
      id: person.sessionId,
      // Of a key that nobody holds.
      key_hash: `\\x${createHash('sha256').update(`${person.sessionId} ${dice.next()}`).digest('hex')}`,
      site_id: siteId,
      customer_id: person.id,
      locale,
      created_at: before,
      last_seen_at: now,
    });
    return person;
  };
  const customers = DEMO_MERCHANTS.map((merchant) => {
    const person = enter(merchant.locale, merchant);
    for (const kind of ['phone', 'email'] as const)
      rows.contact_points.push({
        id: dice.id(before),
        customer_id: person.id,
        kind,
        value: merchant[kind],
        verified_by: 'host',
      });
    return person;
  });
  const visitors = Array.from({ length: ANONYMOUS }, (_, position) => enter(position % 4 === 0 ? 'en' : 'zh-CN'));
  return { customers, visitors, rows };
}
