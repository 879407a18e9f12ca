import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Logger } from '../../platform/logger/index.js';
import { type RateLimit, RateLimits } from '../../platform/rate-limit/index.js';

/** Anybody can name any origin: of the many only the latest are kept. */
const KEPT = 100;
/** Of origins that are new to this process: what a busy site opens all day does not count. */
const PACE: RateLimit = { name: 'site-sightings', points: 120, seconds: 60 };
const NOTED_MILLISECONDS = 60_000;
const MOST_NOTED = 2_000;

const NOTE = `
  INSERT INTO site_sightings AS s (site_id, origin) VALUES ($1, $2)
  ON CONFLICT (site_id, origin) DO UPDATE SET last_seen_at = desk_now()
    WHERE s.last_seen_at < desk_now() - interval '1 minute'
  RETURNING xmax = 0 AS fresh`;

/** Which pages open the widget of a site, or try to: so an administrator sees that it works, and which origin was forgotten. */
@Injectable()
export class Sightings {
  /** When this process may note it again. */
  private readonly noted = new Map<string, number>();

  constructor(
    private readonly database: Database,
    private readonly limits: RateLimits,
    private readonly logger: Logger,
  ) {}

  /** A hint for people: whatever goes wrong with it, the widget opens. */
  async note(siteId: string, origin: string): Promise<void> {
    const key = `${siteId} ${origin}`;
    if (!isOrigin(origin) || (this.noted.get(key) ?? 0) > performance.now()) return;
    try {
      await this.limits.consumeHere(PACE, siteId);
      if (this.noted.size >= MOST_NOTED) this.noted.clear();
      this.noted.set(key, performance.now() + NOTED_MILLISECONDS);
      const noted = await this.database.one<{ fresh: boolean }>(NOTE, [siteId, origin]);
      if (noted?.fresh)
        await this.database.query(
          `DELETE FROM site_sightings WHERE site_id = $1 AND origin IN
             (SELECT origin FROM site_sightings WHERE site_id = $1 ORDER BY last_seen_at DESC OFFSET ${KEPT})`,
          [siteId],
        );
    } catch (error) {
      if (!(error instanceof DeskError))
        this.logger.warn({ err: error }, 'a page that opened the widget was not noted');
    }
  }
}

function isOrigin(value: string): boolean {
  return /^https?:/.test(value) && URL.canParse(value) && new URL(value).origin === value;
}
