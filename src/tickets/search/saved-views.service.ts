import { Injectable } from '@nestjs/common';
import { LIMITS, type SavedViewView } from '../../contract/index.js';
import type { StaffPrincipal } from '../../people/index.js';
import { newId } from '../../platform/clock/index.js';
import { Database } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';

/** Filters that somebody keeps. Each person's are their own: another's answers like none. */
@Injectable()
export class SavedViews {
  constructor(private readonly database: Database) {}

  /** In the order in which they were made. */
  async of({ staffId }: StaffPrincipal): Promise<{ items: SavedViewView[] }> {
    return {
      items: await this.database.query<SavedViewView & Record<string, unknown>>(
        'SELECT id, name, query FROM ticket_views WHERE staff_id = $1 ORDER BY created_at, id',
        [staffId],
      ),
    };
  }

  /** A name that is there already gets the new filter. @throws DeskError `invalid_input` when there are too many */
  async save({ staffId }: StaffPrincipal, { name, query }: { name: string; query: string }): Promise<SavedViewView> {
    const [saved] = await this.database.query<SavedViewView & Record<string, unknown>>(
      `INSERT INTO ticket_views (id, staff_id, name, query)
       SELECT $1, $2, $3, $4 WHERE (SELECT count(*) FROM ticket_views WHERE staff_id = $2 AND name <> $3) < $5
       ON CONFLICT (staff_id, name) DO UPDATE SET query = excluded.query RETURNING id, name, query`,
      [newId(), staffId, name, query, LIMITS.savedViews],
    );
    if (saved) return saved;
    throw new DeskError('invalid_input', {
      errors: [{ path: 'name', message: `there are ${LIMITS.savedViews} views already: delete one first` }],
    });
  }

  /** @throws DeskError `not_found` */
  async remove({ staffId }: StaffPrincipal, id: string): Promise<void> {
    const rows = await this.database.query('DELETE FROM ticket_views WHERE id = $1 AND staff_id = $2 RETURNING id', [
      id,
      staffId,
    ]);
    if (rows.length === 0) throw new DeskError('not_found');
  }
}
