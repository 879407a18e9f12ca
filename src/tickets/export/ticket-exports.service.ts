import { setImmediate as others } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { LIMITS, type Locale } from '../../contract/index.js';
import { auditActor, type StaffPrincipal } from '../../people/index.js';
import { Audit } from '../../platform/audit/index.js';
import { newId } from '../../platform/clock/index.js';
import { Database } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { type RateLimit, RateLimits } from '../../platform/rate-limit/index.js';
import { csvTable, type TableCell, xlsxTable } from '../../platform/spreadsheet/index.js';
import { Categories } from '../categories/categories.service.js';
import type { Conditions } from '../search/conditions.js';
import type { TicketFilter } from '../search/search.inputs.js';
import { TicketSearch } from '../search/ticket-search.service.js';
import { countSql } from '../search/ticket-search.sql.js';
import { DESK_ZONE } from './desk-zone.js';
import { type ExportRow, exportSql } from './export.sql.js';
import { SHEET } from './export.texts.js';
import { type ExportColumn, exportColumns } from './export-columns.js';

export const EXPORT_FORMATS = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const BY_PERSON: RateLimit = { name: 'ticket-export', points: 20, seconds: 3_600 };
/** Asked for at once, and written at once. */
const PAGE = 1_000;
const SLICE = 100;

const WRITERS = { csv: csvTable, xlsx: xlsxTable };

/** The tickets that answer a filter as a table to keep: those that the list shows, and nothing of what was said in them. */
@Injectable()
export class TicketExports {
  constructor(
    private readonly database: Database,
    private readonly search: TicketSearch,
    private readonly categories: Categories,
    private readonly limits: RateLimits,
    private readonly audit: Audit,
  ) {}

  /**
   * Piece by piece, as fast as it is taken.
   * @param locale of its headings and words
   * @throws DeskError `too_many_rows` above `LIMITS.exportedTickets`, `too_many_requests`
   */
  async take(
    staff: StaffPrincipal,
    filter: TicketFilter,
    format: ExportFormat,
    locale: Locale,
  ): Promise<AsyncGenerator<Uint8Array>> {
    await this.limits.consume(BY_PERSON, staff.staffId);
    const conditions = await this.search.conditions(staff, filter);
    const { text, values } = countSql(conditions(), LIMITS.exportedTickets + 1);
    const rows = (await this.database.one<{ count: number }>(text, values))?.count ?? 0;
    if (rows > LIMITS.exportedTickets) throw new DeskError('too_many_rows');
    const columns = exportColumns(await this.categories.all(), filter, locale);
    const given = Object.entries(filter).filter(([, value]) => value !== undefined);
    await this.database.transaction((tx) =>
      this.audit.record(tx, {
        actor: auditActor(staff),
        action: 'ticket_export.taken',
        subject: { kind: 'ticket_export', id: newId(), label: format },
        changes: Object.fromEntries([...given, ['rows', rows]].map(([name, after]) => [name as string, { after }])),
      }),
    );
    return WRITERS[format]({
      name: SHEET[locale],
      headings: columns.map(({ heading }) => heading),
      widths: columns.map(({ width }) => width),
      slices: this.slices(conditions, columns),
      zone: DESK_ZONE,
    });
  }

  private async *slices(conditions: () => Conditions, columns: readonly ExportColumn[]): AsyncGenerator<TableCell[][]> {
    let written = 0;
    for (let after: ExportRow | undefined, page: ExportRow[] = []; ; after = page.at(-1)) {
      const { text, values } = exportSql(conditions(), after, Math.min(PAGE, LIMITS.exportedTickets - written));
      page = await this.database.query<ExportRow & Record<string, unknown>>(text, values);
      for (let from = 0; from < page.length; from += SLICE) {
        yield page.slice(from, from + SLICE).map((row) => columns.map(({ cell }) => cell(row)));
        // Somebody chats on this process meanwhile.
        await others();
      }
      written += page.length;
      if (page.length < PAGE || written >= LIMITS.exportedTickets) return;
    }
  }
}
