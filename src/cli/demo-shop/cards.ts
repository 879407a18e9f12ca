import type { Card, Locale } from '../../contract/index.js';
import { type Ban, type Order, ordersOf, type Settlement, settlementsOf } from './facts.js';
import type { Merchant } from './merchants.js';

const WORDS = {
  'zh-CN': {
    order: '订单',
    settlement: '结算单',
    product: '商品',
    paid: '实付',
    buyer: '买家',
    placed: '下单时间',
    ofOrder: '对应订单',
    amount: '应结金额',
    fee: '平台服务费',
    due: '应到账',
    account: '收款账户',
    tier: '等级',
    industry: '类目',
    since: '开店',
    deposit: '保证金',
    score: '体验分',
    manager: '客户经理',
    premium: '重点商家',
    standard: '普通商家',
    open: '营业中',
    live: '直播间',
    liveOff: '未开播',
    lastLive: '上次开播',
    viewers: '峰值在线',
    banned: '生效中',
    why: '原因',
    until: '到期',
    appeal: '申诉',
    violation: '违规',
    violationWhat: '标题含“最”字样',
    violationState: '已整改',
    punishment: '处理',
    warned: '警告，不扣分',
    rule: '依据',
    ruleText: '《商品信息发布规则》第 12 条',
    completed: '已完成',
    shipped: '已发货',
    to_ship: '待发货',
    refunding: '退款中',
    processing: '打款中',
    returned: '银行退回',
    settled: '已到账',
  },
  en: {
    order: 'Order',
    settlement: 'Settlement',
    product: 'Product',
    paid: 'Paid',
    buyer: 'Buyer',
    placed: 'Placed',
    ofOrder: 'For order',
    amount: 'Amount due',
    fee: 'Platform fee',
    due: 'Expected',
    account: 'Bank account',
    tier: 'Tier',
    industry: 'Industry',
    since: 'Open since',
    deposit: 'Deposit',
    score: 'Rating',
    manager: 'Account manager',
    premium: 'Premium',
    standard: 'Standard',
    open: 'Open',
    live: 'Live room',
    liveOff: 'Not live',
    lastLive: 'Last live',
    viewers: 'Peak viewers',
    banned: 'In force',
    why: 'Because',
    until: 'Until',
    appeal: 'Appeal',
    violation: 'Violation',
    violationWhat: 'Title claims “the best”',
    violationState: 'Corrected',
    punishment: 'Outcome',
    warned: 'Warning, no points',
    rule: 'Rule',
    ruleText: 'Listing rules, art. 12',
    completed: 'Completed',
    shipped: 'Shipped',
    to_ship: 'To ship',
    refunding: 'Refunding',
    processing: 'Transfer under way',
    returned: 'Returned by bank',
    settled: 'Paid out',
  },
} satisfies Record<Locale, Record<string, string>>;

export const money = (yuan: number): string => `¥${yuan.toFixed(2)}`;

/** As people in the shop's time zone read it, e.g. `11-20 09:30`. */
export function shortTime(at: Date): string {
  // The Swedish way of writing a time is ISO 8601.
  return at.toLocaleString('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Shanghai' }).slice(5);
}

/** The word for a status, in the merchant's language. */
export function statusWord(locale: Locale, status: Order['status'] | Settlement['status']): string {
  return WORDS[locale][status === 'paid' ? 'settled' : status];
}

export function orderCard(merchant: Merchant, order: Order, shopUrl: string): Card {
  const words = WORDS[merchant.locale];
  return {
    kind: 'order',
    id: order.id,
    title: `${words.order} ${order.id}`,
    status: statusWord(merchant.locale, order.status),
    fields: [
      { label: words.product, value: order.product },
      { label: words.paid, value: money(order.yuan) },
      { label: words.buyer, value: order.buyer },
      { label: words.placed, value: shortTime(order.placedAt) },
    ],
    url: `${shopUrl}/#/orders`,
  };
}

export function settlementCard(merchant: Merchant, settlement: Settlement, shopUrl: string): Card {
  const words = WORDS[merchant.locale];
  return {
    kind: 'settlement',
    id: settlement.id,
    title: `${words.settlement} ${settlement.id}`,
    status: statusWord(merchant.locale, settlement.status),
    fields: [
      { label: words.ofOrder, value: settlement.orderId },
      { label: words.amount, value: money(settlement.yuan) },
      { label: words.fee, value: money(settlement.feeYuan) },
      { label: words.due, value: shortTime(settlement.dueAt) },
      { label: words.account, value: merchant.bankAccount },
    ],
    url: `${shopUrl}/#/settlements`,
  };
}

export function banCard({ locale }: Merchant, { number, what, why, rule, until, appeal }: Ban, shopUrl: string): Card {
  const words = WORDS[locale];
  return {
    kind: 'violation',
    id: number,
    title: `${what} ${number}`,
    status: words.banned,
    fields: [
      { label: words.why, value: why },
      { label: words.rule, value: rule },
      { label: words.until, value: shortTime(until) },
      { label: words.appeal, value: appeal },
    ],
    url: `${shopUrl}/#/account`,
  };
}

function shopCard({ shop, locale, since, deposit, score }: Merchant, shopUrl: string): Card {
  const words = WORDS[locale];
  return {
    kind: 'shop',
    id: shop.id,
    title: shop.name,
    status: words.open,
    fields: [
      { label: words.tier, value: words[shop.tier] },
      { label: words.industry, value: shop.industry },
      { label: words.since, value: since },
      { label: words.deposit, value: deposit },
      { label: words.score, value: score },
      ...(shop.accountManager ? [{ label: words.manager, value: shop.accountManager }] : []),
    ],
    url: `${shopUrl}/#/account`,
  };
}

/** What an agent wants to see beside a case of this merchant: the freshest orders and their money first. */
export function contextCards(merchant: Merchant, now: Date, shopUrl: string): Card[] {
  const words = WORDS[merchant.locale];
  const orders = ordersOf(merchant, now).slice(0, 3);
  const settlements = settlementsOf(merchant, now).slice(0, 2);
  return [
    ...settlements.slice(0, 1).map((settlement) => settlementCard(merchant, settlement, shopUrl)),
    ...orders.map((order) => orderCard(merchant, order, shopUrl)),
    ...settlements.slice(1).map((settlement) => settlementCard(merchant, settlement, shopUrl)),
    shopCard(merchant, shopUrl),
    {
      kind: 'live_room',
      id: `live-${merchant.shop.id}`,
      title: `${words.live}：${merchant.liveTitle}`,
      status: words.liveOff,
      fields: [
        { label: words.lastLive, value: shortTime(new Date(now.getTime() - 15 * 3_600_000)) },
        { label: words.viewers, value: merchant.shop.tier === 'premium' ? '3,281' : '146' },
      ],
      url: `${shopUrl}/#/live`,
    },
    {
      kind: 'violation',
      id: `violation-${merchant.shop.id}`,
      title: `${words.violation}：${words.violationWhat}`,
      status: words.violationState,
      fields: [
        { label: words.punishment, value: words.warned },
        { label: words.rule, value: words.ruleText },
      ],
    },
  ];
}
