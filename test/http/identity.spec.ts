import { SignJWT } from 'jose';
import { type CustomerPrincipal, CustomerSessions, Customers, Identities, Steps } from '../../src/people/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type BuiltSite, buildSite, identityToken } from '../support/factories.js';

const LIN = {
  sub: 'u-100',
  name: '林晓',
  locale: 'zh-CN',
  shop: { id: 's-1', name: '林记茶铺', tier: 'premium', industry: '茶叶', account_manager: '周婷' },
  email: 'Lin@Tea.example',
  phone: '138 1234 5678',
};

describe('who a customer is', () => {
  let desk: TestApp;
  let site: BuiltSite;
  let sessions: CustomerSessions;
  beforeAll(async () => {
    desk = await startTestApp();
    site = await buildSite(desk);
    sessions = desk.get(CustomerSessions);
  });
  afterAll(() => desk.close());

  const visit = (sessionKey?: string, at = site) =>
    sessions.resume({ siteKey: at.key, locale: 'zh-CN', ...(sessionKey && { sessionKey }) });
  const bind = (principal: CustomerPrincipal, token: string) =>
    desk.database.transaction((tx) => desk.get(Identities).bind(tx, principal, token));
  const count = async (table: string) =>
    (await desk.database.one<{ count: string }>(`SELECT count(*) FROM ${table}`))?.count;

  describe('a browser session', () => {
    it('begins anonymous and goes on by its key', async () => {
      const first = await visit();
      expect(first.principal).toMatchObject({ siteKey: site.key, identified: false, name: '', locale: 'zh-CN' });
      const again = await visit(first.sessionKey);
      expect(again).toEqual(first);
      expect(await sessions.authenticate(first.sessionKey)).toEqual(first.principal);
    });

    it('begins anew for a forged key, an ended one, and the key of another site', async () => {
      const { principal, sessionKey } = await visit();
      const elsewhere = await visit(sessionKey, await buildSite(desk));
      expect(elsewhere.principal.customerId).not.toBe(principal.customerId);
      expect((await visit('forged')).sessionKey).not.toBe('forged');
      await sessions.end(principal);
      expect(await sessions.authenticate(sessionKey)).toBeUndefined();
      expect((await visit(sessionKey)).principal.customerId).not.toBe(principal.customerId);
    });

    it('refuses a site that does not exist', async () => {
      await expect(sessions.resume({ siteKey: 'nowhere', locale: 'en' })).rejects.toMatchObject({
        code: 'site_unknown',
      });
    });
  });

  describe('a signed identity', () => {
    it('moves an anonymous visitor, once, with shop and contact points', async () => {
      const { principal, sessionKey } = await visit();
      await desk.get(Steps).track(principal, { page: '/orders', action: 'open' });
      const token = await identityToken(desk, site, LIN);
      const bound = await bind(principal, token);
      expect(bound).toMatchObject({ name: '林晓', moved: true, previousCustomerId: principal.customerId });
      expect(bound.sessionKey).toBeUndefined();
      expect(await sessions.authenticate(sessionKey)).toEqual(bound.principal);
      expect(await desk.get(Customers).verifiedIdentity(bound.customerId)).toEqual({
        customerId: bound.customerId,
        identified: true,
        name: '林晓',
        externalId: 'u-100',
        locale: 'zh-CN',
        shop: { externalId: 's-1', name: '林记茶铺', tier: 'premium', industry: '茶叶', accountManager: '周婷' },
        contactPoints: [
          { kind: 'email', value: 'li***@tea.example', verifiedBy: 'host' },
          { kind: 'phone', value: '138****5678', verifiedBy: 'host' },
        ],
      });
      expect(await desk.get(Steps).of(bound.customerId)).toMatchObject([{ page: '/orders', action: 'open' }]);
      expect(await bind(bound.principal, token)).toMatchObject({ moved: false, customerId: bound.customerId });
    });

    it('is one customer in two browsers', async () => {
      const token = await identityToken(desk, site, LIN);
      const [one, two] = [await bind((await visit()).principal, token), await bind((await visit()).principal, token)];
      expect(one.customerId).toBe(two.customerId);
    });

    it('is somebody else on another site, with the same external id', async () => {
      const other = await buildSite(desk);
      const here = await bind((await visit()).principal, await identityToken(desk, site, LIN));
      const there = await bind((await visit(undefined, other)).principal, await identityToken(desk, other, LIN));
      expect(there.customerId).not.toBe(here.customerId);
    });

    it('starts empty in a browser that was another customer, whose session ends', async () => {
      const visitor = await visit();
      const lin = await bind(visitor.principal, await identityToken(desk, site, LIN));
      const xiao = await bind(lin.principal, await identityToken(desk, site, { sub: 'u-200', name: '小满' }));
      expect(xiao).toMatchObject({ moved: false, name: '小满' });
      expect(xiao.customerId).not.toBe(lin.customerId);
      expect(await sessions.authenticate(visitor.sessionKey)).toBeUndefined();
      expect(await sessions.authenticate(xiao.sessionKey as string)).toEqual(xiao.principal);
    });

    it('forgets a number that the customer gave up', async () => {
      const { principal } = await visit();
      const { customerId } = await bind(principal, await identityToken(desk, site, { ...LIN, sub: 'u-300' }));
      await bind(principal, await identityToken(desk, site, { ...LIN, sub: 'u-300', phone: '13900001111' }));
      const customers = desk.get(Customers);
      expect(await customers.hasPhoneEnding(customerId, '5678')).toBe(false);
      expect(await customers.hasPhoneEnding(customerId, '1111')).toBe(true);
    });

    it('holds when two tabs say it at once', async () => {
      for (let round = 0; round < 10; round += 1) {
        const { principal } = await visit();
        const token = await identityToken(desk, site, { ...LIN, sub: `u-400-${round}` });
        const results = await Promise.all(Array.from({ length: 6 }, () => bind(principal, token)));
        expect(results.filter(({ moved }) => moved)).toHaveLength(1);
        expect(new Set(results.map(({ customerId }) => customerId)).size).toBe(1);
      }
    });

    it('holds when six browsers of a new customer say it at once', async () => {
      const visitors = await Promise.all(Array.from({ length: 6 }, () => visit()));
      const token = await identityToken(desk, site, { ...LIN, sub: 'u-500', shop: { ...LIN.shop, id: 's-500' } });
      const results = await Promise.all(visitors.map(({ principal }) => bind(principal, token)));
      expect(new Set(results.map(({ customerId }) => customerId)).size).toBe(1);
    });

    it('comes too late for a session that was logged out', async () => {
      const { principal } = await visit();
      await sessions.end(principal);
      await expect(bind(principal, await identityToken(desk, site, LIN))).rejects.toMatchObject({
        code: 'session_ended',
      });
    });
  });

  describe('a claim that proves nothing', () => {
    const now = () => Math.floor(desk.clock.now().getTime() / 1_000);
    const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
    const signed = (alg: string, secret: string, claims: Record<string, unknown> = {}) =>
      new SignJWT({ ...LIN, aud: site.key, iat: now(), exp: now() + 300, ...claims })
        .setProtectedHeader({ alg })
        .sign(new TextEncoder().encode(secret));
    const cases: [string, () => Promise<string> | string, string][] = [
      ['no token at all', () => 'lin@tea.example', 'identity_token_invalid'],
      [
        'alg none',
        () => `${encode({ alg: 'none' })}.${encode({ ...LIN, aud: site.key, exp: now() + 60 })}.`,
        'identity_token_invalid',
      ],
      ['a foreign secret', () => signed('HS256', 'not the secret'), 'identity_token_invalid'],
      ['another algorithm', () => signed('HS512', site.identitySecret), 'identity_token_invalid'],
      ['the wrong addressee', () => identityToken(desk, site, { ...LIN, aud: 'other' }), 'identity_token_invalid'],
      ['no addressee', () => identityToken(desk, site, { ...LIN, aud: undefined }), 'identity_token_invalid'],
      ['no expiry', () => identityToken(desk, site, { ...LIN, exp: undefined }), 'identity_token_invalid'],
      ['no time of issue', () => identityToken(desk, site, { ...LIN, iat: undefined }), 'identity_token_invalid'],
      [
        'a year to live',
        () => identityToken(desk, site, { ...LIN, exp: now() + 31_536_000 }),
        'identity_token_invalid',
      ],
      ['no subject', () => identityToken(desk, site, { ...LIN, sub: undefined }), 'identity_token_invalid'],
      ['an object as subject', () => identityToken(desk, site, { ...LIN, sub: { id: 1 } }), 'identity_token_invalid'],
      [
        'a tier of its own',
        () => identityToken(desk, site, { ...LIN, shop: { ...LIN.shop, tier: 'god' } }),
        'identity_token_invalid',
      ],
      [
        'a name without end',
        () => identityToken(desk, site, { ...LIN, name: '长'.repeat(81) }),
        'identity_token_invalid',
      ],
      ['5 KB', () => identityToken(desk, site, { ...LIN, extra: 'x'.repeat(5_000) }), 'identity_token_invalid'],
      [
        'yesterday',
        () => identityToken(desk, site, { ...LIN, iat: now() - 86_400, exp: now() - 86_000 }),
        'identity_token_expired',
      ],
      [
        'issued 20 minutes ago',
        () => identityToken(desk, site, { ...LIN, iat: now() - 1_200 }),
        'identity_token_expired',
      ],
    ];

    it.each(cases)('%s is refused and changes nothing', async (_, token, code) => {
      const { principal, sessionKey } = await visit();
      const before = [await count('customers'), await count('shops'), await count('contact_points')];
      await expect(bind(principal, await token())).rejects.toMatchObject({ code });
      expect(await sessions.authenticate(sessionKey)).toEqual(principal);
      expect([await count('customers'), await count('shops'), await count('contact_points')]).toEqual(before);
    });
  });

  describe('the last steps', () => {
    it('are kept, newest first, twenty at most', async () => {
      const { principal } = await visit();
      const steps = desk.get(Steps);
      for (let number = 1; number <= 23; number += 1)
        await steps.track(principal, {
          page: `/orders/${number}`,
          action: 'open',
          ...(number === 23 && { error: '加载失败' }),
        });
      const kept = await steps.of(principal.customerId);
      expect(kept).toHaveLength(20);
      expect(kept[0]).toMatchObject({ page: '/orders/23', error: '加载失败' });
      expect(kept[19]).toMatchObject({ page: '/orders/4' });
      expect(
        (await desk.database.query('SELECT 1 FROM customer_steps WHERE customer_id = $1', [principal.customerId]))
          .length,
      ).toBe(20);
    });

    it('are bounded', async () => {
      const { principal } = await visit();
      const endless = desk.get(Steps).track(principal, { page: 'x'.repeat(301), action: 'open' });
      await expect(endless).rejects.toMatchObject({ code: 'invalid_input' });
    });
  });
});
