import { Injectable } from '@nestjs/common';
import { ForgottenCustomers } from '../../people/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { Storage } from '../../platform/storage/index.js';

const AT_ONCE = 200;

const NOTE = `
  INSERT INTO retention_leftovers (kind, key) SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING`;

/** Those of today are seen to today; who may be in front of a browser is asked after again. */
const NEXT = `
  SELECT kind, key FROM retention_leftovers WHERE (kind, key) > ($1, $2) ORDER BY kind, key LIMIT ${AT_ONCE}`;

/** Files without a case and people without one: noted with what leaves them behind, cleared away after it. */
@Injectable()
export class Leftovers {
  constructor(
    private readonly database: Database,
    private readonly storage: Storage,
    private readonly customers: ForgottenCustomers,
  ) {}

  async note(
    tx: Transaction,
    { files, customerIds }: { files: readonly string[]; customerIds: readonly string[] },
  ): Promise<void> {
    if (files.length > 0) await tx.query(NOTE, ['file', files]);
    if (customerIds.length > 0) await tx.query(NOTE, ['customer', customerIds]);
  }

  /** Clears away what can be. Twice at once does no harm. */
  async clear(): Promise<void> {
    for (let last = { kind: '', key: '' }; ; ) {
      const rows = await this.database.query<{ kind: 'file' | 'customer'; key: string }>(NEXT, [last.kind, last.key]);
      if (rows.length === 0) return;
      for (const row of rows) await this.see(row);
      last = rows.at(-1) as typeof last;
    }
  }

  private async see({ kind, key }: { kind: 'file' | 'customer'; key: string }): Promise<void> {
    if (kind === 'file') await this.storage.delete(key);
    else if ((await this.customers.forget(key)) === 'later') return;
    await this.database.query('DELETE FROM retention_leftovers WHERE kind = $1 AND key = $2', [kind, key]);
  }
}
