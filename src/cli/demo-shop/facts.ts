import type { Merchant } from './merchants.js';

export type OrderStatus = 'completed' | 'shipped' | 'to_ship' | 'refunding';
export type SettlementStatus = 'processing' | 'paid' | 'returned';

export interface Order {
  id: string;
  product: string;
  yuan: number;
  buyer: string;
  status: OrderStatus;
  placedAt: Date;
}

export interface Settlement {
  id: string;
  orderId: string;
  /** What the shop gets, after the platform's fee. */
  yuan: number;
  feeYuan: number;
  status: SettlementStatus;
  /** When the money is, or was, to be there. */
  dueAt: Date;
}

const HOUR = 3_600_000;
/** Ahead of UTC, all year round. */
const SHANGHAI = 8 * HOUR;
const FEE = 0.05;
const BUYERS = ['陈**', '李*', '王**', '赵*', '周**', '吴*', '孙**', '郑*'];
const STATUSES: readonly OrderStatus[] = [
  'to_ship',
  'completed',
  'completed',
  'shipped',
  'refunding',
  'completed',
  'completed',
  'completed',
];

/**
 * The shop's last orders, newest first. The same ones all day: the second was finished yesterday, and its money is late.
 * @param now the day to tell from
 */
export function ordersOf(merchant: Merchant, now: Date): Order[] {
  const today = Math.floor(now.getTime() / (24 * HOUR)) * 24 * HOUR;
  return STATUSES.map((status, position) => {
    const placedAt = new Date(today - position * 17 * HOUR - 3 * HOUR - position * 347_000);
    const product = merchant.products[position % merchant.products.length] as Merchant['products'][number];
    const day = new Date(placedAt.getTime() + SHANGHAI).toISOString().slice(0, 10).replaceAll('-', '');
    return {
      id: `P${day}${merchant.shop.id.slice(-4)}${String(387 - position * 7).padStart(4, '0')}`,
      product: product.name,
      yuan: product.yuan,
      buyer: BUYERS[(position * 3 + merchant.name.length) % BUYERS.length] as string,
      status,
      placedAt,
    };
  });
}

/** Money for finished orders: the newest is still under way past its day, one came back from the bank, the others are paid. */
export function settlementsOf(merchant: Merchant, now: Date): Settlement[] {
  const finished = ordersOf(merchant, now).filter(({ status }) => status === 'completed');
  return finished.map((order, position) => {
    const feeYuan = Math.round(order.yuan * FEE * 100) / 100;
    return {
      id: `S${order.id.slice(1)}`,
      orderId: order.id,
      yuan: order.yuan - feeYuan,
      feeYuan,
      status: position === 0 ? 'processing' : position === 3 ? 'returned' : 'paid',
      dueAt: new Date(order.placedAt.getTime() + 20 * HOUR),
    };
  });
}

export interface Ban {
  number: string;
  /** Of this merchant's language. */
  what: string;
  why: string;
  rule: string;
  until: Date;
  appeal: string;
}

/** What the platform has forbidden this merchant at the moment; of the three of the page, one may not go live for a while. */
export function banOf({ key, locale, shop }: Merchant, now: Date): Ban | undefined {
  if (key !== 'man') return undefined;
  const zh = locale === 'zh-CN';
  return {
    number: `V${shop.id.slice(-4)}0731`,
    what: zh ? '直播权限暂停' : 'Going live is suspended',
    why: zh ? '直播中引导观众到平台外交易' : 'Viewers were sent elsewhere to buy',
    rule: zh ? '《直播行为规范》第 8 条' : 'Livestream rules, art. 8',
    until: new Date(Math.floor(now.getTime() / (24 * HOUR)) * 24 * HOUR + 2 * 24 * HOUR + 4 * HOUR),
    appeal: zh ? '处罚后 7 天内可申诉一次' : 'One appeal within 7 days',
  };
}
