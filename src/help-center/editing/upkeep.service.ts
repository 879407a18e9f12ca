import { Injectable } from '@nestjs/common';
import { ARTICLE_LIMITS, type ArticleDraftView, type LocalizedText } from '../../contract/index.js';
import { auditActor, type StaffPrincipal } from '../../people/index.js';
import { Audit, type Changes, differences } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { articleLabel } from './draft.presenter.js';
import { Drafts } from './drafts.service.js';
import type { DraftRow } from './drafts.sql.js';
import { EXPIRY_PAST, EXPIRY_TOO_FAR, NO_OWNER, NOT_PUBLISHED } from './editing-refusals.js';

const DAY = 86_400_000;
const MAY_OWN = `role IN ('admin', 'supervisor') AND disabled_at IS NULL`;

export interface UpkeepSettings {
  ownerId: string | null;
  reviewDays: number;
  /** ISO 8601; null: it stays. */
  expiresAt: string | null;
}

/** What keeps a published article true: somebody who sees to it, a look now and then, an end, a translation that follows. */
@Injectable()
export class Upkeep {
  constructor(
    private readonly database: Database,
    private readonly drafts: Drafts,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Whom an article may belong to. */
  async owners(): Promise<{ items: { id: string; name: string }[] }> {
    return {
      items: await this.database.query(`SELECT id, name FROM staff WHERE ${MAY_OWN} ORDER BY name, id LIMIT 500`),
    };
  }

  /**
   * @throws DeskError `not_found`, `conflict`, `forbidden` when others than admins change when readers lose it, `invalid_input` for
   * an owner who cannot be, or an end that is past
   */
  async set(
    staff: StaffPrincipal,
    articleId: string,
    version: number,
    { ownerId, reviewDays, expiresAt }: UpkeepSettings,
  ): Promise<ArticleDraftView> {
    return this.change(staff, articleId, version, 'article.upkeep_set', async (tx, draft) => {
      const before = {
        owner: draft.ownerName ?? undefined,
        reviewDays: draft.reviewDays,
        expiresAt: draft.expiresAt?.toISOString(),
      };
      const wanted = {
        owner: ownerId === draft.ownerId ? before.owner : await this.nameOf(tx, ownerId),
        reviewDays,
        expiresAt: expiresAt === null ? undefined : new Date(expiresAt).toISOString(),
      };
      if (wanted.expiresAt !== before.expiresAt) {
        if (staff.role !== 'admin') throw new DeskError('forbidden');
        if (wanted.expiresAt) this.requireAhead(new Date(wanted.expiresAt));
      }
      await tx.query('UPDATE articles SET owner_id = $2, review_days = $3, expires_at = $4 WHERE id = $1', [
        articleId,
        ownerId,
        reviewDays,
        expiresAt,
      ]);
      return differences(before, wanted);
    });
  }

  /** Somebody has read it, and it is still true. @throws DeskError `not_found`, `conflict`, `illegal_transition` unless published */
  async confirm(staff: StaffPrincipal, articleId: string, version: number): Promise<ArticleDraftView> {
    return this.change(staff, articleId, version, 'article.confirmed', async (tx, draft) => {
      requirePublished(draft);
      await tx.query('UPDATE articles SET reviewed_at = desk_now(), reviewed_by_name = $2 WHERE id = $1', [
        articleId,
        staff.name,
      ]);
      return {};
    });
  }

  /** Somebody has compared the languages, and they say the same. @throws DeskError as `confirm` */
  async confirmTranslation(staff: StaffPrincipal, articleId: string, version: number): Promise<ArticleDraftView> {
    return this.change(staff, articleId, version, 'article.translation_confirmed', async (tx, draft) => {
      requirePublished(draft);
      await tx.query('UPDATE article_versions SET checked_in = $2 WHERE article_id = $1 AND published', [
        articleId,
        draft.publishedVersion,
      ]);
      return {};
    });
  }

  private async change(
    staff: StaffPrincipal,
    articleId: string,
    version: number,
    action: string,
    deed: (tx: Transaction, draft: DraftRow) => Promise<Changes>,
  ): Promise<ArticleDraftView> {
    return this.database.transaction(async (tx) => {
      const draft = await this.drafts.lock(tx, articleId, version);
      const changes = await deed(tx, draft);
      await tx.query('UPDATE article_drafts SET version = version + 1 WHERE article_id = $1', [articleId]);
      const subject = { kind: 'article', id: articleId, label: articleLabel(draft.content) };
      await this.audit.record(tx, { actor: auditActor(staff), action, subject, changes });
      return this.drafts.view(articleId, tx);
    });
  }

  private async nameOf(tx: Transaction, ownerId: string | null): Promise<string | undefined> {
    if (ownerId === null) return undefined;
    const row = await tx.one<{ name: string }>(`SELECT name FROM staff WHERE id = $1 AND ${MAY_OWN}`, [ownerId]);
    if (!row) throw refused('ownerId', NO_OWNER);
    return row.name;
  }

  private requireAhead(at: Date): void {
    const now = this.clock.now().getTime();
    if (at.getTime() <= now) throw refused('expiresAt', EXPIRY_PAST);
    if (at.getTime() > now + ARTICLE_LIMITS.daysAhead * DAY) throw refused('expiresAt', EXPIRY_TOO_FAR);
  }
}

function requirePublished({ status }: DraftRow): void {
  if (status !== 'published') throw new DeskError('illegal_transition', { detail: NOT_PUBLISHED });
}

const refused = (path: string, detail: LocalizedText): DeskError =>
  new DeskError('invalid_input', { errors: [{ path, message: detail.en }], detail });
