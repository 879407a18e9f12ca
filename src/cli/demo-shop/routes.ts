import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { Card } from '../../contract/index.js';
import { DEMO_MERCHANTS } from '../demo-content/index.js';
import { banCard, contextCards, money, orderCard, settlementCard, shortTime, statusWord } from './cards.js';
import { banOf, ordersOf, settlementsOf } from './facts.js';
import { MERCHANTS, type Merchant, merchantById, merchantByKey } from './merchants.js';
import { identityToken, isFromDesk } from './signing.js';

export interface DemoShopOptions {
  /** 0: any free one. */
  port: number;
  /** Address to listen on; loopback unless told. */
  host?: string;
  /** Where the desk is, for the browser, without a trailing slash. */
  deskUrl: string;
  siteKey: string;
  siteSecret: string;
}

export interface Answer {
  status: number;
  type?: string;
  body?: string | Buffer;
  headers?: Record<string, string>;
}

export interface Call {
  request: IncomingMessage;
  body: string;
  options: DemoShopOptions;
  /** Where this shop is, e.g. `http://127.0.0.1:3001`. */
  url: string;
}

const PAGE = join(process.cwd(), 'src', 'cli', 'demo-shop', 'page');
const COOKIE = 'demo_shop_merchant';
const MAXIMUM_BODY = 64 * 1024;

const file = (name: string, type: string) => async (): Promise<Answer> => ({
  status: 200,
  type,
  body: await readFile(join(PAGE, name)),
});
const json = (value: unknown, status = 200): Answer => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
});

/** Everything that the shop answers, by method and path. */
export const ROUTES: Record<string, (call: Call) => Promise<Answer> | Answer> = {
  'GET /': page,
  'GET /shop.css': file('shop.css', 'text/css; charset=utf-8'),
  'GET /shop.js': file('shop.js', 'text/javascript; charset=utf-8'),
  'GET /texts.js': file('texts.js', 'text/javascript; charset=utf-8'),
  /** Everybody who can be signed in here beside the three of the page. */
  'GET /merchants': () => json({ merchants: DEMO_MERCHANTS.map(({ id }) => id) }),
  'GET /me': ({ request, url }) => json(me(signedIn(request), url)),
  'POST /me': signIn,
  /** The page asks for it and hands it to the widget. */
  'GET /identity-token': async ({ request, options }) => {
    const merchant = signedIn(request);
    if (!merchant) return json({ error: 'signed out' }, 401);
    return json({ token: await identityToken(merchant, options.siteKey, options.siteSecret) });
  },
  /** The desk asks: what should an agent see beside a case of this customer? */
  'POST /porchlight/context': ({ request, body, options, url }) => {
    if (!isFromDesk(request.headers, body, options.siteSecret, new Date())) return json({ error: 'not signed' }, 401);
    const { customer } = JSON.parse(body) as { customer: string };
    const merchant = merchantById(customer);
    return json({ cards: merchant ? contextCards(merchant, new Date(), url) : [] });
  },
  /** The desk's bot asks for a customer: what came of this order's money, and what are they banned for? */
  'POST /porchlight/look-ups': ({ request, body, options, url }) => {
    if (!isFromDesk(request.headers, body, options.siteSecret, new Date())) return json({ error: 'not signed' }, 401);
    const { lookUp, customer, input } = JSON.parse(body) as { lookUp: string; customer: string; input: string | null };
    const merchant = merchantById(customer);
    const card = merchant && lookedUp(merchant, lookUp, input ?? '', url);
    return json(card ? { outcome: 'found', card } : { outcome: 'not_found' });
  },
};

/** Only ever of the merchant's own: another's order number finds nothing. */
function lookedUp(merchant: Merchant, lookUp: string, input: string, url: string): Card | undefined {
  const now = new Date();
  if (lookUp === 'ban_reason') {
    const ban = banOf(merchant, now);
    return ban && banCard(merchant, ban, url);
  }
  const number = input.toUpperCase();
  const settlement = settlementsOf(merchant, now).find(({ id, orderId }) => id === number || orderId === number);
  if (settlement) return settlementCard(merchant, settlement, url);
  const order = ordersOf(merchant, now).find(({ id }) => id === number);
  return order && orderCard(merchant, order, url);
}

async function page({ options }: Call): Promise<Answer> {
  const html = await readFile(join(PAGE, 'index.html'), 'utf8');
  const body = html.replaceAll('{{desk}}', options.deskUrl).replaceAll('{{site}}', options.siteKey);
  return { status: 200, type: 'text/html; charset=utf-8', body };
}

/** Signing in is saying who one is: it is a demo. */
function signIn({ request, body, url }: Call): Answer {
  if (request.headers['sec-fetch-site'] && request.headers['sec-fetch-site'] !== 'same-origin')
    return json({ error: 'foreign page' }, 403);
  const { merchant: key } = JSON.parse(body) as { merchant: string | null };
  const merchant = merchantByKey(key ?? undefined);
  const age = merchant ? 'Max-Age=86400' : 'Max-Age=0';
  const cookie = `${COOKIE}=${merchant?.key ?? ''}; Path=/; HttpOnly; SameSite=Lax; ${age}`;
  return { ...json(me(merchant, url)), headers: { 'set-cookie': cookie } };
}

function signedIn({ headers }: IncomingMessage): Merchant | undefined {
  return merchantByKey(new RegExp(`(?:^|; )${COOKIE}=([a-z0-9-]+)`).exec(headers.cookie ?? '')?.[1]);
}

/** What the page shows. */
function me(merchant: Merchant | undefined, url: string) {
  const merchants = MERCHANTS.map(({ key, name, shop }) => ({ key, name, shop: shop.name, tier: shop.tier }));
  if (!merchant) return { merchants };
  const now = new Date();
  const { key, name, locale, email, phone, shop, since, deposit, score, bankAccount, liveTitle } = merchant;
  return {
    merchants,
    merchant: { key, name, locale, email, phone, shop, since, deposit, score, bankAccount, liveTitle },
    orders: ordersOf(merchant, now).map((order) => ({
      id: order.id,
      product: order.product,
      paid: money(order.yuan),
      buyer: order.buyer,
      status: order.status,
      word: statusWord(locale, order.status),
      placed: shortTime(order.placedAt),
      card: orderCard(merchant, order, url),
    })),
    settlements: settlementsOf(merchant, now).map((settlement) => ({
      id: settlement.id,
      orderId: settlement.orderId,
      amount: money(settlement.yuan),
      fee: money(settlement.feeYuan),
      status: settlement.status,
      word: statusWord(locale, settlement.status),
      due: shortTime(settlement.dueAt),
    })),
  };
}

/** @returns undefined when it is too long */
export async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAXIMUM_BODY) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
