import { Injectable } from '@nestjs/common';
import type { BotLookUpSettings } from '../../../contract/index.js';
import { newId } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/db/index.js';
import type { HostLookUp } from './host-look-up.js';

/** How long another process may go on with what was changed here. */
const FRESH_MILLISECONDS = 2_000;

export const HOST_LOOK_UPS = `
  SELECT id, site_id AS "siteId", key, name, category, input, words, url, enabled, version FROM bot_look_ups`;

/** What host sites can be asked at this moment. */
@Injectable()
export class HostLookUps {
  private known: { until: number; bySite: Promise<Map<string, HostLookUp[]>> } | undefined;

  constructor(private readonly database: Database) {}

  /** Those in use, by key; 2 s old at most. */
  async of(siteId: string): Promise<readonly HostLookUp[]> {
    if (!this.known || this.known.until <= performance.now()) {
      const bySite = this.read();
      const known = { until: performance.now() + FRESH_MILLISECONDS, bySite };
      this.known = known;
      bySite.catch(() => {
        if (this.known === known) this.known = undefined;
      });
    }
    return (await this.known.bySite).get(siteId) ?? [];
  }

  async find(siteId: string, key: string): Promise<HostLookUp | undefined> {
    return (await this.of(siteId)).find((lookUp) => lookUp.key === key);
  }

  /** Adds it unless it is there; one that an administrator has changed stays as they left it. */
  async seed(siteId: string, key: string, settings: BotLookUpSettings): Promise<void> {
    const { name, category, input, words, url, enabled } = settings;
    await this.database.query(
      `INSERT INTO bot_look_ups AS l (id, site_id, key, name, category, input, words, url, enabled)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       ON CONFLICT (site_id, key) DO UPDATE SET url = excluded.url WHERE l.version = 1`,
      [newId(), siteId, key, name, category, input ?? null, words, url, enabled],
    );
    this.forget();
  }

  /** After a change of ours. */
  forget(): void {
    this.known = undefined;
  }

  private async read(): Promise<Map<string, HostLookUp[]>> {
    const rows = await this.database.query<HostLookUp & Record<string, unknown>>(
      `${HOST_LOOK_UPS} WHERE enabled ORDER BY site_id, created_at, key`,
    );
    const bySite = new Map<string, HostLookUp[]>();
    for (const row of rows) bySite.set(row.siteId, [...(bySite.get(row.siteId) ?? []), row]);
    return bySite;
  }
}
