import { Injectable } from '@nestjs/common';
import type { CaseImportMessage, CaseImportOptions } from '../../contract/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import type { Progress } from '../../platform/imports/index.js';
import type { CasePlan } from './case-plan.js';
import { ImportedCases } from './imported-cases.service.js';

interface Row {
  number: number;
  externalId: string;
  plan: CasePlan;
  messages: CaseImportMessage[];
  [column: string]: unknown;
}

export interface Applying {
  importId: string;
  options: CaseImportOptions;
  /** Who has said so. */
  staffId: string;
}

/** Small enough that nobody who opens a case waits for it, and that little is done again after a crash. */
const AT_ONCE = 20;

const NEXT = `
  SELECT number, external_id AS "externalId", plan, messages FROM case_import_rows
   WHERE import_id = $1 AND plan IS NOT NULL AND number > $2 ORDER BY number LIMIT ${AT_ONCE}`;

/** $1 the import, $2 the number. Whoever is the second to come here finds nothing to do. */
const MINE = `
  SELECT 1 AS mine FROM case_import_rows WHERE import_id = $1 AND number = $2 AND plan IS NOT NULL FOR UPDATE`;

/** In whatever file, by whichever worker: the same number comes in once. */
const ONE_AT_A_TIME = 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))';

const SETTLE = `
  UPDATE case_import_rows SET plan = NULL, applied_at = desk_now(), outcome = $3, ticket_id = $4, messages = $5
   WHERE import_id = $1 AND number = $2`;

/** Does what the check has written down, a case a transaction: each exactly once, however often it is begun anew. */
@Injectable()
export class CaseImportApply {
  constructor(
    private readonly database: Database,
    private readonly cases: ImportedCases,
  ) {}

  async run(applying: Applying, progress: Progress): Promise<void> {
    let done = 0;
    let last = 0;
    for (;;) {
      const rows = await this.database.query<Row>(NEXT, [applying.importId, last]);
      if (rows.length === 0) return;
      for (const row of rows) await this.take(applying, row);
      last = (rows.at(-1) as Row).number;
      done += rows.length;
      await progress(done);
    }
  }

  private async take(applying: Applying, row: Row): Promise<void> {
    try {
      await this.database.transaction((tx) => this.write(tx, applying, row));
    } catch (error) {
      if (!isReason(error)) throw error;
      const path = error.extra.errors?.[0]?.path;
      const why: CaseImportMessage = { code: 'not_saved', ...(path && { detail: path }) };
      await this.database.query(SETTLE, [
        applying.importId,
        row.number,
        'refused',
        null,
        JSON.stringify([...row.messages, why]),
      ]);
    }
  }

  private async write(tx: Transaction, applying: Applying, row: Row): Promise<void> {
    const { importId, options } = applying;
    const { number, externalId, plan, messages } = row;
    await tx.query(ONE_AT_A_TIME, [`ticket_sources ${options.source} ${externalId}`]);
    const mine = await tx.one(MINE, [importId, number]);
    if (!mine) return;
    const known = await tx.one<{ ticketId: string }>(
      'SELECT ticket_id AS "ticketId" FROM ticket_sources WHERE source = $1 AND external_id = $2',
      [options.source, externalId],
    );
    if (known) {
      const told: CaseImportMessage[] = [...messages, { code: 'known' }];
      await tx.query(SETTLE, [importId, number, 'known', known.ticketId, JSON.stringify(told)]);
      return;
    }
    const ticketId = await this.cases.bring(tx, { ...applying, externalId, plan });
    await tx.query(SETTLE, [importId, number, 'new', ticketId, JSON.stringify(messages)]);
  }
}

/** What refuses this one case; a neighbour that is away, or a defect, stops the work instead, and it is tried again. */
const isReason = (error: unknown): error is DeskError =>
  error instanceof DeskError && ['invalid_input', 'not_found', 'conflict'].includes(error.code);
