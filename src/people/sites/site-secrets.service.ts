import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { ConfigError } from '../../config.js';
import { newId } from '../../platform/clock/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Logger } from '../../platform/logger/index.js';
import { SealBroken, Sealing } from '../../platform/sealing/index.js';
import { newSecret } from '../secrets.js';

const HINT_LENGTH = 4;
const MOST_GOOD = 5;

const TOO_MANY = {
  'zh-CN': `已有 ${MOST_GOOD} 个密钥同时有效，请先停用旧的密钥。`,
  en: `${MOST_GOOD} secrets are good already: end an old one first.`,
};
const IS_CURRENT = {
  'zh-CN': '这是正在使用的密钥。请先轮换密钥，再停用它。',
  en: 'This is the current secret. Rotate it first, then end it.',
};
const HAS_ENDED = {
  'zh-CN': '这个密钥已经停用，不能恢复。如有需要请轮换出新的密钥。',
  en: 'This secret has ended and cannot come back. Rotate to get a new one.',
};

type LiveRow = { id: string; sealed: Buffer; stale: boolean };

export interface LiveSecret {
  id: string;
  secret: string;
  /** Not noted as used for a minute. */
  stale: boolean;
}

const LIVE = `
  SELECT id, sealed, coalesce(last_used_at < desk_now() - interval '1 minute', true) AS stale
    FROM site_secrets WHERE (ends_at IS NULL OR ends_at > desk_now())`;

const placeOf = (id: string) => `site_secrets ${id}`;

/** The identity secrets of sites: stored sealed, several good at once while a host changes from one to the next. */
@Injectable()
export class SiteSecrets implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly sealing: Sealing,
    private readonly logger: Logger,
  ) {}

  /**
   * Seals what a migration has left in clear, and refuses to start with a key that opens nothing: every identity would be
   * refused, without anybody knowing why.
   * @throws ConfigError
   */
  async onApplicationBootstrap(): Promise<void> {
    await this.sealWhatIsClear();
    for (const { id, sealed } of await this.database.query<LiveRow>(LIVE)) this.checkKey(id, sealed);
  }

  /** What is good now, the newest first. Read every time: one that was ended opens nothing from that moment on. */
  async live(siteId: string, tx: Pick<Transaction, 'query'> = this.database): Promise<LiveSecret[]> {
    const rows = await tx.query<LiveRow>(`${LIVE} AND site_id = $1 ORDER BY created_at DESC, id DESC`, [siteId]);
    return rows.flatMap(({ id, sealed, stale }) => {
      const secret = this.open(id, sealed);
      return secret === undefined ? [] : [{ id, secret, stale }];
    });
  }

  /** Makes a new one. @returns the only copy in clear */
  async issue(tx: Transaction, siteId: string): Promise<string> {
    const id = newId();
    const secret = newSecret();
    await tx.query('INSERT INTO site_secrets (id, site_id, sealed, hint) VALUES ($1, $2, $3, $4)', [
      id,
      siteId,
      this.sealing.seal(placeOf(id), secret),
      secret.slice(-HINT_LENGTH),
    ]);
    return secret;
  }

  /**
   * Everything that is good now ends after the overlap, or sooner where that was settled before.
   * @throws DeskError `illegal_transition` when too many are good: each one is tried for every token
   */
  async endAll(tx: Transaction, siteId: string, overlapHours: number): Promise<void> {
    const good = await tx.query(
      `UPDATE site_secrets SET ends_at = least(ends_at, desk_now() + make_interval(secs => $2))
        WHERE site_id = $1 AND (ends_at IS NULL OR ends_at > desk_now()) RETURNING id`,
      [siteId, overlapHours * 3_600],
    );
    if (overlapHours > 0 && good.length >= MOST_GOOD) throw new DeskError('illegal_transition', { detail: TOO_MANY });
  }

  /**
   * @returns when it would have ended, and when it will; ISO 8601
   * @throws DeskError `not_found`, `illegal_transition`
   */
  async end(
    tx: Transaction,
    siteId: string,
    id: string,
    inHours: number,
  ): Promise<{ hint: string; before: string; after: string }> {
    const secret = await tx.one<{ hint: string; endsAt: Date | null; good: boolean; after: Date }>(
      `SELECT hint, ends_at AS "endsAt", ends_at > desk_now() AS good, desk_now() + make_interval(secs => $3) AS after
         FROM site_secrets WHERE id = $1 AND site_id = $2 FOR UPDATE`,
      [id, siteId, inHours * 3_600],
    );
    if (!secret) throw new DeskError('not_found');
    const { hint, endsAt, good, after } = secret;
    if (!endsAt || !good) throw new DeskError('illegal_transition', { detail: endsAt ? HAS_ENDED : IS_CURRENT });
    await tx.query('UPDATE site_secrets SET ends_at = $2 WHERE id = $1', [id, after]);
    return { hint, before: endsAt.toISOString(), after: after.toISOString() };
  }

  /** Notes that it has identified somebody; waits for nobody who is just noting the same. */
  async used(tx: Transaction, { id, stale }: LiveSecret): Promise<void> {
    if (!stale) return;
    await tx.query(
      `UPDATE site_secrets SET last_used_at = desk_now()
        WHERE id = (SELECT id FROM site_secrets WHERE id = $1 FOR UPDATE SKIP LOCKED)`,
      [id],
    );
  }

  private async sealWhatIsClear(): Promise<void> {
    await this.database.transaction(async (tx) => {
      const rows = await tx.query<{ id: string; secret: string }>(
        `SELECT id, convert_from(substr(sealed, 2), 'UTF8') AS secret FROM site_secrets
          WHERE get_byte(sealed, 0) = 0 ORDER BY id FOR UPDATE`,
      );
      for (const { id, secret } of rows)
        await tx.query('UPDATE site_secrets SET sealed = $2 WHERE id = $1', [
          id,
          this.sealing.seal(placeOf(id), secret),
        ]);
    });
  }

  private checkKey(id: string, sealed: Buffer): void {
    try {
      this.sealing.unseal(placeOf(id), sealed);
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
      if (error.fault === 'damaged')
        this.logger.error({ secret: id }, 'the identity secret of a site is damaged; rotate it');
      else
        throw new ConfigError(
          'SECRET_KEY is not the one with which the identity secrets of the sites were sealed. Start with the former key. ' +
            'If it is lost: empty the table site_secrets, start, and give every host site a new secret in the console.',
        );
    }
  }

  private open(id: string, sealed: Buffer): string | undefined {
    try {
      return this.sealing.unseal(placeOf(id), sealed);
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
      this.logger.error({ secret: id, fault: error.fault }, 'the identity secret of a site does not open');
      return undefined;
    }
  }
}
