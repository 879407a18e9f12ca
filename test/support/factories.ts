import { SignJWT } from 'jose';
import supertest from 'supertest';
import type { Locale, LocalizedText, ShopTier, StaffRole } from '../../src/contract/index.js';
import {
  hashPassword,
  type Site,
  type StaffPrincipal,
  StaffSessions,
  sessionCookieName,
} from '../../src/people/index.js';
import { newId } from '../../src/platform/clock/index.js';
import { Sealing } from '../../src/platform/sealing/index.js';
import type { TestApp } from './app.js';

/** The password of everybody whom {@link buildStaff} makes. */
export const PASSWORD = 'a long enough password';
let passwordHash: Promise<string> | undefined;

export interface BuiltTeam {
  id: string;
  key: string;
  name: LocalizedText;
}

export async function buildTeam(
  desk: TestApp,
  options: { key?: string; name?: LocalizedText; leadId?: string; dutyManagerId?: string } = {},
): Promise<BuiltTeam> {
  const id = newId();
  const key = options.key ?? `team_${id.slice(-8)}`;
  const name = options.name ?? { 'zh-CN': `小组${id.slice(-4)}`, en: `Team ${id.slice(-4)}` };
  await desk.database.query('INSERT INTO teams (id, key, name, lead_id, duty_manager_id) VALUES ($1, $2, $3, $4, $5)', [
    id,
    key,
    name,
    options.leadId ?? null,
    options.dutyManagerId ?? null,
  ]);
  return { id, key, name };
}

export interface BuiltStaff {
  id: string;
  name: string;
  email: string;
  role: StaffRole;
  locale: Locale;
  teamIds: string[];
}

/** @param options.teams whose member to be */
export async function buildStaff(
  desk: TestApp,
  options: { name?: string; email?: string; role?: StaffRole; locale?: Locale; teams?: { id: string }[] } = {},
): Promise<BuiltStaff> {
  passwordHash ??= hashPassword(PASSWORD);
  const id = newId();
  const {
    name = `员工${id.slice(-4)}`,
    email = `${id}@porchlight.example`,
    role = 'agent',
    locale = 'zh-CN',
  } = options;
  await desk.database.query(
    'INSERT INTO staff (id, email, name, role, password_hash, locale) VALUES ($1, $2, $3, $4, $5, $6)',
    [id, email, name, role, await passwordHash, locale],
  );
  const teamIds = (options.teams ?? []).map((team) => team.id).sort();
  for (const teamId of teamIds)
    await desk.database.query('INSERT INTO team_members (team_id, staff_id) VALUES ($1, $2)', [teamId, id]);
  return { id, name, email, role, locale, teamIds };
}

export interface SignedIn {
  principal: StaffPrincipal;
  /** For the handshake of a socket: `cookie` header. */
  cookie: string;
  /** Sends the cookie with every request. */
  http: ReturnType<typeof supertest.agent>;
}

/** A session of this person, as a sign-in would have made it, without the cost of the password. */
export async function signIn(desk: TestApp, staff: { id: string }): Promise<SignedIn> {
  const sessions = desk.get(StaffSessions);
  const token = await sessions.open(staff.id, { address: '127.0.0.1', userAgent: 'test' });
  const principal = await sessions.authenticate(token);
  if (!principal) throw new Error(`${staff.id} cannot sign in`);
  const cookie = `${sessionCookieName({ secureCookies: false })}=${token}`;
  const http = supertest.agent(desk.url);
  http.set('cookie', cookie);
  return { principal, cookie, http };
}

export const SITE_SECRET = 'a secret that the host site shares with the desk';

export type BuiltSite = Site & { identitySecret: string };

export async function buildSite(desk: TestApp, options: Partial<Omit<BuiltSite, 'id'>> = {}): Promise<BuiltSite> {
  const id = newId();
  const site: BuiltSite = {
    id,
    key: `site_${id.slice(-8)}`,
    name: '测试站点',
    allowedOrigins: ['https://shop.example'],
    identitySecret: SITE_SECRET,
    contextUrl: null,
    greeting: { 'zh-CN': '您好', en: 'Hello' },
    hours: { 'zh-CN': '全天 24 小时', en: '24 hours a day' },
    phone: null,
    color: '#1f6feb',
    position: 'right',
    locale: null,
    disabledAt: null,
    createdAt: desk.clock.now(),
    version: 1,
    ...options,
  };
  await desk.database.query(
    `INSERT INTO sites (id, key, name, allowed_origins, context_url, greeting, hours, phone, color)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      site.id,
      site.key,
      site.name,
      site.allowedOrigins,
      site.contextUrl,
      site.greeting,
      site.hours,
      site.phone,
      site.color,
    ],
  );
  await buildSecret(desk, site.id, site.identitySecret);
  return site;
}

/** A secret of this site, as it was agreed upon elsewhere. */
export async function buildSecret(desk: TestApp, siteId: string, secret: string): Promise<void> {
  const id = newId();
  const sealed = desk.get(Sealing).seal(`site_secrets ${id}`, secret);
  await desk.database.query("INSERT INTO site_secrets (id, site_id, sealed, hint) VALUES ($1, $2, $3, '')", [
    id,
    siteId,
    sealed,
  ]);
}

export interface BuiltCustomer {
  id: string;
  siteId: string;
  name: string;
  externalId: string | null;
  shopId: string | null;
}

/** A customer in the table; an identified one unless `externalId: null`. */
export async function buildCustomer(
  desk: TestApp,
  options: {
    site?: { id: string };
    name?: string;
    externalId?: string | null;
    locale?: Locale;
    phone?: string;
    email?: string;
    shop?: { name?: string; tier?: ShopTier };
  } = {},
): Promise<BuiltCustomer> {
  const site = options.site ?? (await buildSite(desk));
  const id = newId();
  const { name = `客户${id.slice(-4)}`, externalId = `customer-${id}`, locale = 'zh-CN' } = options;
  const shopId = options.shop ? newId() : null;
  if (options.shop)
    await desk.database.query('INSERT INTO shops (id, site_id, external_id, name, tier) VALUES ($1, $2, $3, $4, $5)', [
      shopId,
      site.id,
      `shop-${id}`,
      options.shop.name ?? '测试店铺',
      options.shop.tier ?? 'standard',
    ]);
  await desk.database.query(
    'INSERT INTO customers (id, site_id, external_id, shop_id, name, locale) VALUES ($1, $2, $3, $4, $5, $6)',
    [id, site.id, externalId, shopId, name, locale],
  );
  for (const kind of ['phone', 'email'] as const)
    if (options[kind])
      await desk.database.query(
        `INSERT INTO contact_points (id, customer_id, kind, value, verified_by) VALUES ($1, $2, $3, $4, 'host')`,
        [newId(), id, kind, options[kind]],
      );
  return { id, siteId: site.id, name, externalId, shopId };
}

/** A token as the host site's server signs it. @param claims over the usual ones; `undefined` leaves one out */
export function identityToken(
  desk: TestApp,
  site: { key: string; identitySecret: string },
  claims: Record<string, unknown> = {},
): Promise<string> {
  const now = Math.floor(desk.clock.now().getTime() / 1_000);
  return new SignJWT({ sub: newId(), name: '林记茶铺', aud: site.key, iat: now, exp: now + 300, ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode(site.identitySecret));
}
