import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { CASE_IMPORT_LIMITS, type CaseImportFormat, type CaseImportOptions } from '../../contract/index.js';
import { Email, Phone } from '../../people/index.js';
import { Database } from '../../platform/db/index.js';
import type { Progress } from '../../platform/imports/index.js';
import type { CaseImportPlan } from './case-import.kind.js';
import { ADD_ROWS } from './case-import.sql.js';
import { CaseImportDesk } from './case-import-desk.js';
import { CaseImportRefused } from './case-import-refused.js';
import { type CaseBooks, planCase } from './case-plan.js';
import type { RefusedCase, SourceCase } from './case-source.js';
import { oneLine } from './formats/tidy.js';
import { openCaseFile } from './open-case-file.js';
import { ourCategory, placeOf } from './shelves.js';

const AT_ONCE = 100;
/** Of what must be looked at by hand, no more is listed. */
const MOST_LISTED = 200;

/** Says of each case of a file what would become of it, and changes nothing. */
@Injectable()
export class CaseImportCheck {
  constructor(
    private readonly database: Database,
    private readonly desk: CaseImportDesk,
  ) {}

  /**
   * Rows are written as they come; what is there already is left alone.
   * @throws CaseImportRefused for a file of which nothing can be made
   */
  async run(
    importId: string,
    bytes: Buffer,
    options: CaseImportOptions,
    progress: Progress,
  ): Promise<{ format: CaseImportFormat; plan: CaseImportPlan }> {
    await this.desk.insistOnSite(options.siteId);
    const { format, cases } = await openCaseFile(bytes);
    const standing = await this.desk.standing();
    const found = { places: new Map<string, number>(), staff: new Set<string>(), seen: new Set<string>() };
    let batch: (SourceCase | RefusedCase)[] = [];
    let number = 0;
    const write = async () => {
      await this.write(importId, number - batch.length, batch, { standing, found, options });
      await progress(number);
      batch = [];
    };
    for await (const one of cases) {
      number += 1;
      if (number > CASE_IMPORT_LIMITS.cases) throw new CaseImportRefused('too_many_cases');
      batch.push(one);
      if (batch.length === AT_ONCE) await write();
    }
    if (number === 0) throw new CaseImportRefused('nothing_found');
    if (batch.length > 0) await write();
    const places = [...found.places].map(([key, cases]) => ({ key, cases }));
    const unknownStaff = [...found.staff].slice(0, MOST_LISTED);
    return { format, plan: { places: places.slice(0, MOST_LISTED), unknownStaff } };
  }

  private async write(
    importId: string,
    before: number,
    batch: readonly (SourceCase | RefusedCase)[],
    { standing, found, options }: Round,
  ): Promise<void> {
    await setImmediate();
    const cases = batch.filter((one): one is SourceCase => !('refused' in one));
    const [known, vouched] = await Promise.all([
      this.desk.known(
        options.source,
        cases.map(({ externalId }) => externalId.replaceAll('\0', '')),
      ),
      this.desk.vouched(options.siteId, cases.flatMap(contactsOf)),
    ]);
    const books: CaseBooks = { ...standing, known, vouched };
    const rows = batch.map((one, index) => {
      const isTwice = !('refused' in one) && found.seen.has(one.externalId);
      const row = planCase(before + index + 1, one, isTwice, books, options);
      // One that is refused does not keep a later one out.
      if (row.outcome !== 'refused') found.seen.add(row.externalId);
      if (!('refused' in one)) note(one, books, found);
      return row;
    });
    await this.database.query(ADD_ROWS, [importId, JSON.stringify(rows)]);
  }
}

interface Round {
  standing: Pick<CaseBooks, 'shelves' | 'staff' | 'now'>;
  found: { places: Map<string, number>; staff: Set<string>; seen: Set<string> };
  options: CaseImportOptions;
}

/** What the administrator is asked about, whatever becomes of the case. */
function note({ category, assignee }: SourceCase, books: CaseBooks, found: Round['found']): void {
  if (category && !ourCategory(books.shelves, category))
    found.places.set(placeOf(category), (found.places.get(placeOf(category)) ?? 0) + 1);
  const who = assignee && oneLine(assignee.email || assignee.name);
  if (who && !books.staff.has(who.toLowerCase())) found.staff.add(who.slice(0, 120));
}

function contactsOf({ customer }: SourceCase): string[] {
  const found = [Email.safeParse(customer.email?.trim()).data, Phone.safeParse(customer.phone?.trim()).data];
  return found.filter((value) => value !== undefined);
}
