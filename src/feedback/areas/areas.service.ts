import { Injectable } from '@nestjs/common';
import { FEEDBACK_LIMITS, type FeedbackAreaView, type Locale, type LocalizedText } from '../../contract/index.js';
import { auditActor, type StaffPrincipal } from '../../people/index.js';
import { Audit, differences } from '../../platform/audit/index.js';
import { Database } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';

type Row = { key: string; name: LocalizedText; archived: boolean; version: number };

const ALL = `
  SELECT key, name, archived_at IS NOT NULL AS archived, version FROM feedback_areas
  ORDER BY archived_at IS NOT NULL, position, key`;

/** What of the product feedback can be about, as administrators keep it. */
@Injectable()
export class FeedbackAreas {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** Those in use first, the archived after them. */
  async all(): Promise<FeedbackAreaView[]> {
    return (await this.database.query<Row>(ALL)).map(present);
  }

  /** What a customer may choose from, in their language. */
  async forCustomers(locale: Locale): Promise<{ key: string; name: string }[]> {
    const areas = await this.all();
    return areas.filter(({ archived }) => !archived).map(({ key, name }) => ({ key, name: name[locale] }));
  }

  /** @throws DeskError `conflict` for a key that is taken, `invalid_input` when there are too many */
  async add(by: StaffPrincipal, { key, name }: { key: string; name: LocalizedText }): Promise<FeedbackAreaView[]> {
    await this.database.transaction(async (tx) => {
      const made = await tx.query(
        `INSERT INTO feedback_areas (key, name, position)
         SELECT $1, $2, coalesce(max(position), 0) + 1 FROM feedback_areas HAVING count(*) < $3
         ON CONFLICT DO NOTHING RETURNING key`,
        [key, name, FEEDBACK_LIMITS.areas],
      );
      if (made.length === 0) throw new DeskError('conflict');
      await this.audit.record(tx, {
        actor: auditActor(by),
        action: 'feedback_area.created',
        subject: { kind: 'feedback_area', id: key, label: name['zh-CN'] },
        changes: differences({}, { name }),
      });
    });
    return await this.all();
  }

  /** @throws DeskError `not_found`, `conflict` */
  async change(
    by: StaffPrincipal,
    key: string,
    { version, name, archived }: { version: number; name: LocalizedText; archived: boolean },
  ): Promise<FeedbackAreaView[]> {
    await this.database.transaction(async (tx) => {
      const before = await tx.one<Row>(
        `SELECT key, name, archived_at IS NOT NULL AS archived, version FROM feedback_areas WHERE key = $1 FOR UPDATE`,
        [key],
      );
      if (!before) throw new DeskError('not_found');
      if (before.version !== version) throw new DeskError('conflict');
      const changes = differences({ name: before.name, archived: before.archived }, { name, archived });
      if (Object.keys(changes).length === 0) return;
      await tx.query(
        `UPDATE feedback_areas SET name = $2, archived_at = CASE WHEN $3 THEN coalesce(archived_at, desk_now()) END,
                                   version = version + 1 WHERE key = $1`,
        [key, name, archived],
      );
      await this.audit.record(tx, {
        actor: auditActor(by),
        action: 'feedback_area.updated',
        subject: { kind: 'feedback_area', id: key, label: name['zh-CN'] },
        changes,
      });
    });
    return await this.all();
  }
}

const present = ({ key, name, archived, version }: Row): FeedbackAreaView => ({
  key,
  name,
  ...(archived && { archived: true as const }),
  version,
});
