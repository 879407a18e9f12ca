import { Injectable } from '@nestjs/common';
import type { SiteView } from '../../contract/index.js';
import { newId } from '../../platform/clock/index.js';
import { Database } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Site } from './site.entity.js';

/** What other rooms put on the widget's first screen: tickets its topics, the help centre its articles. */
export interface SiteParts {
  topics: () => SiteView['topics'];
  popularArticles: () => Promise<SiteView['popularArticles']>;
}

@Injectable()
export class Sites {
  private readonly parts: SiteParts = {
    topics: () => [],
    popularArticles: async () => ({ 'zh-CN': [], en: [] }),
  };

  constructor(private readonly database: Database) {}

  /** Plugs a room's part in, once at boot (`onModuleInit`): this room may not import those to its left. */
  fill(parts: Partial<SiteParts>): void {
    Object.assign(this.parts, parts);
  }

  /** @throws DeskError `site_unknown` */
  async find(key: string): Promise<Site> {
    const site = await this.database.dataSource.getRepository(Site).findOneBy({ key });
    if (!site) throw new DeskError('site_unknown');
    return site;
  }

  /** Adds the site, or brings it up to date; the secret that its host already knows stays. @returns the site as it now is */
  async save(site: Omit<Site, 'id'>): Promise<Site> {
    await this.database.query(
      `INSERT INTO sites (id, key, name, allowed_origins, identity_secret, context_url, greeting, hours, phone, color)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       ON CONFLICT (key) DO UPDATE SET name = excluded.name, allowed_origins = excluded.allowed_origins,
         context_url = excluded.context_url, greeting = excluded.greeting, hours = excluded.hours,
         phone = excluded.phone, color = excluded.color`,
      [
        newId(),
        site.key,
        site.name,
        site.allowedOrigins,
        site.identitySecret,
        site.contextUrl,
        site.greeting,
        site.hours,
        site.phone,
        site.color,
      ],
    );
    return this.find(site.key);
  }

  /** What a browser may know of a site: neither its secret nor its addresses. */
  async view(site: Site): Promise<SiteView> {
    return {
      key: site.key,
      name: site.name,
      greeting: site.greeting,
      hours: site.hours,
      ...(site.phone && { phone: site.phone }),
      color: site.color,
      topics: this.parts.topics(),
      popularArticles: await this.parts.popularArticles(),
    };
  }
}
