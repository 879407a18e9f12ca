import { createHash } from 'node:crypto';
import type { Locale, ShopTier } from '../../../contract/index.js';
import { CUSTOMERS, type DemoCustomer, SHOPS } from '../../demo-content/index.js';
import type { Dice } from './dice.js';
import { DAY, HOUR } from './rhythm.js';
import type { Person } from './story.js';

/** 客户经理, each with a part of the premium shops. */
const ACCOUNT_MANAGERS = ['周敏', '许诺', '顾言', '秦岚'];
const ANONYMOUS = 24;

type Row = Record<string, unknown>;

export interface Population {
  /** Those whom the host site vouches for. */
  customers: Person[];
  visitors: Person[];
  rows: { shops: Row[]; customers: Row[]; contact_points: Row[]; visitor_sessions: Row[] };
}

type Shop = { id: string; externalId: string; name: string; locale: Locale; tier: ShopTier };

/** Everybody who has ever opened the widget. Their first days lie before the stories begin. */
export function populate(dice: Dice, siteId: string, now: Date, days: number): Population {
  const rows: Population['rows'] = { shops: [], customers: [], contact_points: [], visitor_sessions: [] };
  const before = new Date(now.getTime() - (days + 1) * DAY);
  const shops = SHOPS.map(({ name, industry, locale, tier }, position): Shop => {
    const shop = { id: dice.id(before), externalId: `shop-${4001 + position}`, name, locale, tier };
    rows.shops.push({
      id: shop.id,
      site_id: siteId,
      external_id: shop.externalId,
      name,
      tier,
      industry,
      account_manager: tier === 'premium' ? (ACCOUNT_MANAGERS[position % ACCOUNT_MANAGERS.length] ?? null) : null,
    });
    return shop;
  });
  const enter = (who: Pick<Person, 'externalId' | 'name' | 'locale'>, shop: Shop | undefined): Person => {
    const createdAt = new Date(before.getTime() - dice.between(1, 200 * 24) * HOUR);
    const id = dice.id(createdAt);
    const sessionId = dice.id(before);
    rows.customers.push({
      id,
      site_id: siteId,
      external_id: who.externalId,
      shop_id: shop?.id ?? null,
      name: who.name,
      locale: who.locale,
      created_at: createdAt,
    });
    rows.visitor_sessions.push({
      id: sessionId,
      // Of a key that nobody holds.
      key_hash: `\\x${createHash('sha256').update(`${sessionId} ${dice.next()}`).digest('hex')}`,
      site_id: siteId,
      customer_id: id,
      locale: who.locale,
      created_at: before,
      last_seen_at: now,
    });
    return { ...who, id, shop: shop ? { id: shop.id, name: shop.name, tier: shop.tier } : null, sessionId };
  };
  const customers = CUSTOMERS.map((customer, position) => {
    const externalId = `merchant-${20_001 + position}`;
    const person = enter({ ...customer, externalId }, shopOf(customer, position, shops));
    rows.contact_points.push(...contactPoints(dice, person, position, before));
    return person;
  });
  const visitors = Array.from({ length: ANONYMOUS }, (_, position) =>
    enter({ externalId: null, name: '', locale: position % 4 === 0 ? 'en' : 'zh-CN' }, undefined),
  );
  return { customers, visitors, rows };
}

/** Each shop has its owner; the others are colleagues of those who came first. */
function shopOf({ locale }: DemoCustomer, position: number, shops: Shop[]): Shop | undefined {
  const own = shops.filter((shop) => shop.locale === locale);
  const rank = CUSTOMERS.slice(0, position).filter((other) => other.locale === locale).length;
  return own[rank % own.length];
}

function contactPoints(dice: Dice, { id, locale }: Person, position: number, at: Date): Row[] {
  const phone =
    locale === 'en' ? `+1415555${dice.digits(4)}` : `1${dice.pick(['38', '39', '50', '86'])}${dice.digits(8)}`;
  const point = (kind: string, value: string) => ({
    id: dice.id(at),
    customer_id: id,
    kind,
    value,
    verified_by: 'host',
  });
  return [point('phone', phone), point('email', `merchant${20_001 + position}@glimmer-shops.example`)];
}
