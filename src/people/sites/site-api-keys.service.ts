import { randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { IssuedApiKeyView, SiteApiKeyView } from '../../contract/index.js';
import { Audit } from '../../platform/audit/index.js';
import { newId } from '../../platform/clock/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { addressKey, type RateLimit, RateLimits } from '../../platform/rate-limit/index.js';
import { auditActor, type StaffPrincipal } from '../principals.js';
import { hashSecret, newSecret } from '../secrets.js';
import type { SiteApiKey } from './site-api-key.entity.js';

/** A server of a host site. */
export interface ApiCaller {
  siteId: string;
  keyId: string;
}

type Row = Omit<SiteApiKey, 'siteId' | 'keyHash'> & { [column: string]: unknown };
type KnownKey = { id: string; siteId: string; keyHash: Buffer; good: boolean; stale: boolean };

const MOST_GOOD = 10;
/** Wrong keys; what is right costs nothing. */
const WRONG: RateLimit = { name: 'api-key-wrong', points: 30, seconds: 600 };
const SHAPE = /^Bearer (plk_[A-Za-z0-9]{8})_[A-Za-z0-9_-]{43}$/;
/** Takes as long to compare as a real one, and is nobody's. */
const NOBODY = Buffer.alloc(32);

const VIEW = 'id, name, prefix, created_at AS "createdAt", last_used_at AS "lastUsedAt", revoked_at AS "revokedAt"';
const LIST = `
  SELECT ${VIEW} FROM site_api_keys
   WHERE site_id = $1 AND (revoked_at IS NULL OR revoked_at > desk_now() - interval '30 days')
   ORDER BY revoked_at IS NOT NULL, created_at DESC, id DESC LIMIT 50`;
const BY_PREFIX = `
  SELECT k.id, k.site_id AS "siteId", k.key_hash AS "keyHash", k.revoked_at IS NULL AND s.disabled_at IS NULL AS good,
         coalesce(k.last_used_at < desk_now() - interval '1 minute', true) AS stale
    FROM site_api_keys k JOIN sites s ON s.id = k.site_id WHERE k.prefix = $1`;

const TOO_MANY = {
  'zh-CN': `这个站点已有 ${MOST_GOOD} 个有效的接口密钥，请先停用不再使用的。`,
  en: `This site has ${MOST_GOOD} keys already: revoke one that is not used any more.`,
};

/** The keys with which the servers of host sites open cases. Only a hash is kept. */
@Injectable()
export class SiteApiKeys {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly limits: RateLimits,
  ) {}

  /** Those that are good, then those revoked in the last thirty days. @throws DeskError `not_found` */
  async list(siteId: string): Promise<SiteApiKeyView[]> {
    const site = await this.database.one('SELECT 1 AS found FROM sites WHERE id = $1', [siteId]);
    if (!site) throw new DeskError('not_found');
    return (await this.database.query<Row>(LIST, [siteId])).map(viewOf);
  }

  /** @returns the only copy of the key. @throws DeskError `not_found`, `illegal_transition` when there are too many */
  async issue(by: StaffPrincipal, siteId: string, name: string): Promise<IssuedApiKeyView> {
    const prefix = `plk_${randomBytes(4).toString('hex')}`;
    const key = `${prefix}_${newSecret()}`;
    return this.database.transaction(async (tx) => {
      const site = await lockSite(tx, siteId);
      const good = await tx.query('SELECT 1 FROM site_api_keys WHERE site_id = $1 AND revoked_at IS NULL', [siteId]);
      if (good.length >= MOST_GOOD) throw new DeskError('illegal_transition', { detail: TOO_MANY });
      const [row] = await tx.query<Row>(
        `INSERT INTO site_api_keys (id, site_id, name, prefix, key_hash) VALUES ($1, $2, $3, $4, $5) RETURNING ${VIEW}`,
        [newId(), siteId, name, prefix, hashSecret(key)],
      );
      await this.record(tx, by, 'api_key_made', site, { key: { after: `${name} (${prefix}…)` } });
      return { item: viewOf(row as Row), key };
    });
  }

  /** Nothing is opened with it from this moment on. Again it changes nothing. @throws DeskError `not_found` */
  async revoke(by: StaffPrincipal, siteId: string, id: string): Promise<SiteApiKeyView> {
    return this.database.transaction(async (tx) => {
      const site = await lockSite(tx, siteId);
      const before = await tx.one<Row>(`SELECT ${VIEW} FROM site_api_keys WHERE id = $1 AND site_id = $2`, [
        id,
        siteId,
      ]);
      if (!before) throw new DeskError('not_found');
      if (before.revokedAt) return viewOf(before);
      const [row] = await tx.query<Row>(
        `UPDATE site_api_keys SET revoked_at = desk_now() WHERE id = $1 RETURNING ${VIEW}`,
        [id],
      );
      const label = `${before.name} (${before.prefix}…)`;
      await this.record(tx, by, 'api_key_revoked', site, { key: { before: label } });
      return viewOf(row as Row);
    });
  }

  /**
   * Who calls. Read every time: a key that was revoked opens nothing from that moment on.
   * @param header `Authorization` as it came
   * @param address of the caller, for whom wrong keys are counted
   * @throws DeskError `unauthenticated` for whatever is wrong with it, `too_many_requests`
   */
  async authenticate(header: string | undefined, address: string): Promise<ApiCaller> {
    const prefix = SHAPE.exec(header ?? '')?.[1];
    const known = prefix ? await this.database.one<KnownKey>(BY_PREFIX, [prefix]) : undefined;
    const isRight = timingSafeEqual(hashSecret((header ?? '').slice('Bearer '.length)), known?.keyHash ?? NOBODY);
    if (!known?.good || !isRight) {
      await this.limits.consume(WRONG, addressKey(address));
      throw new DeskError('unauthenticated', { detail: WRONG_KEY });
    }
    if (known.stale)
      await this.database.query(
        `UPDATE site_api_keys SET last_used_at = desk_now()
          WHERE id = (SELECT id FROM site_api_keys WHERE id = $1 FOR UPDATE SKIP LOCKED)`,
        [known.id],
      );
    return { siteId: known.siteId, keyId: known.id };
  }

  private record(
    tx: Transaction,
    by: StaffPrincipal,
    deed: string,
    { id, name }: { id: string; name: string },
    changes: Parameters<Audit['record']>[1]['changes'],
  ): Promise<void> {
    const subject = { kind: 'site', id, label: name };
    return this.audit.record(tx, { actor: auditActor(by), action: `site.${deed}`, subject, changes });
  }
}

const WRONG_KEY = {
  'zh-CN': '请在 Authorization 请求头中带上该站点有效的接口密钥：Bearer plk_…',
  en: 'Send a key of the site that is in force as `Authorization: Bearer plk_…`.',
};

async function lockSite(tx: Transaction, id: string): Promise<{ id: string; name: string }> {
  const site = await tx.one<{ id: string; name: string }>('SELECT id, name FROM sites WHERE id = $1 FOR UPDATE', [id]);
  if (!site) throw new DeskError('not_found');
  return site;
}

const viewOf = ({ id, name, prefix, createdAt, lastUsedAt, revokedAt }: Row): SiteApiKeyView => ({
  id,
  name,
  prefix,
  createdAt: createdAt.toISOString(),
  ...(lastUsedAt && { lastUsedAt: lastUsedAt.toISOString() }),
  ...(revokedAt && { revokedAt: revokedAt.toISOString() }),
});
