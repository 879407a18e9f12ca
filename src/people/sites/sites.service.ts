import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { SiteView } from '../../contract/index.js';
import { newId } from '../../platform/clock/index.js';
import { Database, SharedRead } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Sightings } from './sightings.service.js';
import { Site } from './site.entity.js';
import { SiteSecrets } from './site-secrets.service.js';

/** What other rooms put on the widget's first screen: tickets its topics, the help centre its articles. */
export interface SiteParts {
  topics: () => Promise<SiteView['topics']>;
  popularArticles: () => Promise<SiteView['popularArticles']>;
}

type SeedSite = Pick<Site, 'key' | 'name' | 'allowedOrigins' | 'contextUrl' | 'greeting' | 'hours' | 'phone' | 'color'>;

const SWITCHED_OFF = {
  'zh-CN': '这个站点已在客服台停用。',
  en: 'This site is switched off in the desk.',
};

/**
 * Read from the database every time: what an administrator changes holds at once, in every process. When a whole market
 * comes back after a lost line, those who ask at the same time share a read.
 */
@Injectable()
export class Sites {
  private readonly parts: SiteParts = {
    topics: async () => [],
    popularArticles: async () => ({ 'zh-CN': [], en: [] }),
  };

  private readonly rows = new SharedRead((key: string) =>
    this.database.dataSource.getRepository(Site).findOneBy({ key }),
  );
  private readonly firstScreen = new SharedRead(() => Promise.all([this.parts.topics(), this.parts.popularArticles()]));

  constructor(
    private readonly database: Database,
    private readonly secrets: SiteSecrets,
    private readonly sightings: Sightings,
  ) {}

  /** Plugs a room's part in, once at boot (`onModuleInit`): this room may not import those to its left. */
  fill(parts: Partial<SiteParts>): void {
    Object.assign(this.parts, parts);
  }

  /** Also one that is switched off. @throws DeskError `site_unknown` */
  async find(key: string): Promise<Site> {
    const site = await this.rows.get(key);
    if (!site) throw new DeskError('site_unknown');
    return site;
  }

  /** Also one that is switched off. */
  async byKey(key: string): Promise<Site | null> {
    return this.rows.get(key);
  }

  /** The oldest of those that are switched on. */
  async first(): Promise<Site | null> {
    return this.database.dataSource
      .getRepository(Site)
      .findOne({ where: { disabledAt: IsNull() }, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  /** Also one that is switched off. */
  async byId(id: string): Promise<Site | null> {
    return this.database.dataSource.getRepository(Site).findOneBy({ id });
  }

  /**
   * For whoever knocks anew. @param origin of the host page, where it is known
   * @throws DeskError `site_unknown`, `origin_not_allowed`
   */
  async admit(key: string, origin?: string): Promise<Site> {
    const site = await this.find(key);
    if (site.disabledAt) throw new DeskError('site_unknown', { detail: SWITCHED_OFF });
    if (!origin) return site;
    await this.sightings.note(site.id, origin);
    if (!site.allowedOrigins.includes(origin)) throw new DeskError('origin_not_allowed');
    return site;
  }

  /**
   * Adds the site with a first secret, or brings it up to date. One that an administrator has edited keeps what they wrote;
   * only origins that are missing are added.
   * @returns the site as it now is, and its newest secret in clear, for the host's server
   */
  async save(site: SeedSite): Promise<{ site: Site; secret: string }> {
    await this.database.transaction(async (tx) => {
      const row = await tx.one<{ id: string }>(
        `INSERT INTO sites AS s (id, key, name, allowed_origins, context_url, greeting, hours, phone, color)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         ON CONFLICT (key) DO UPDATE SET
           allowed_origins = s.allowed_origins || ARRAY(SELECT unnest(excluded.allowed_origins) EXCEPT SELECT unnest(s.allowed_origins)),
           context_url = CASE WHEN s.version = 1 THEN excluded.context_url ELSE s.context_url END
         RETURNING id`,
        [
          newId(),
          site.key,
          site.name,
          site.allowedOrigins,
          site.contextUrl,
          site.greeting,
          site.hours,
          site.phone,
          site.color,
        ],
      );
      const { id } = row as { id: string };
      if ((await this.secrets.live(id, tx)).length === 0) await this.secrets.issue(tx, id);
    });
    const saved = await this.find(site.key);
    const [newest] = await this.secrets.live(saved.id);
    return { site: saved, secret: newest?.secret ?? '' };
  }

  /** What a browser may know of a site: neither its secrets nor its addresses. */
  async view(site: Site): Promise<SiteView> {
    const [topics, popularArticles] = await this.firstScreen.get('parts');
    return {
      key: site.key,
      name: site.name,
      greeting: site.greeting,
      hours: site.hours,
      ...(site.phone && { phone: site.phone }),
      color: site.color,
      topics,
      popularArticles,
    };
  }
}
