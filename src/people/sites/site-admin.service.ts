import { Injectable } from '@nestjs/common';
import type { SiteDetailView, SiteListItemView, SiteSettings } from '../../contract/index.js';
import { Audit, differences } from '../../platform/audit/index.js';
import { newId } from '../../platform/clock/index.js';
import { Database, isUniqueViolation, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { FetchRefused, SafeFetch } from '../../platform/fetch/index.js';
import { auditActor, type StaffPrincipal } from '../principals.js';
import { Site, SiteSecret, SiteSighting } from './site.entity.js';
import { INSERT, LIST, SECRETS, SIGHTINGS, SITE, UPDATE } from './site-admin.sql.js';
import { secretView, settingsOf, sightingView } from './site-admin.views.js';
import { SiteSecrets } from './site-secrets.service.js';

type Row<T> = T & { [column: string]: unknown };
type ListRow = Omit<SiteListItemView, 'lastOpenedAt'> & { lastOpenedAt: Date | null };

/** What administrators do with sites. */
@Injectable()
export class SiteAdmin {
  constructor(
    private readonly database: Database,
    private readonly secrets: SiteSecrets,
    private readonly safeFetch: SafeFetch,
    private readonly audit: Audit,
  ) {}

  async list(): Promise<SiteListItemView[]> {
    const rows = await this.database.query<Row<ListRow>>(LIST);
    return rows.map(({ lastOpenedAt, ...row }) => ({
      ...row,
      ...(lastOpenedAt && { lastOpenedAt: lastOpenedAt.toISOString() }),
    }));
  }

  /** @throws DeskError `not_found` */
  detail(id: string): Promise<SiteDetailView> {
    return this.read(this.database, id);
  }

  /**
   * @returns the site, and the only copy of its first secret
   * @throws DeskError `invalid_input`
   */
  async create(by: StaffPrincipal, { key, ...settings }: SiteSettings & { key: string }) {
    this.checkContextUrl(settings.contextUrl);
    const id = newId();
    return this.database
      .transaction(async (tx) => {
        await tx.query(INSERT, [id, key, ...columnsOf(settings)]);
        const secret = await this.secrets.issue(tx, id);
        await this.record(tx, by, 'created', { id, name: settings.name }, differences({}, { key, ...settings }));
        return { detail: await this.read(tx, id), secret };
      })
      .catch((error: unknown) => {
        if (!isUniqueViolation(error, 'sites_key_key')) throw error;
        throw new DeskError('invalid_input', { errors: [{ path: 'key', message: 'another site has it' }] });
      });
  }

  /**
   * @param edit.version what the editor had before their eyes
   * @throws DeskError `not_found`, `conflict`, `invalid_input`
   */
  async update(by: StaffPrincipal, id: string, { version, ...settings }: SiteSettings & { version: number }) {
    return this.database.transaction(async (tx) => {
      const before = await this.lock(tx, id, version);
      if (settings.contextUrl !== before.contextUrl) this.checkContextUrl(settings.contextUrl);
      const changes = differences(settingsOf(before), settings);
      if (Object.keys(changes).length === 0) return this.read(tx, id);
      await tx.query(UPDATE, [id, ...columnsOf(settings)]);
      const deed = !changes.enabled ? 'updated' : settings.enabled ? 'enabled' : 'disabled';
      await this.record(tx, by, deed, { id, name: settings.name }, changes);
      return this.read(tx, id);
    });
  }

  /**
   * One more origin whose pages may open the widget, unless it may already.
   * @throws DeskError `not_found`
   */
  async allowOrigin(tx: Transaction, by: StaffPrincipal, id: string, origin: string): Promise<void> {
    const site = await tx.one<Row<Site>>(`${SITE} FOR UPDATE`, [id]);
    if (!site) throw new DeskError('not_found');
    if (site.allowedOrigins.includes(origin)) return;
    const allowedOrigins = [...site.allowedOrigins, origin];
    await tx.query('UPDATE sites SET allowed_origins = $2, version = version + 1 WHERE id = $1', [id, allowedOrigins]);
    await this.record(
      tx,
      by,
      'updated',
      site,
      differences({ allowedOrigins: site.allowedOrigins }, { allowedOrigins }),
    );
  }

  /**
   * A new secret, good at once; those that were good go on for a while, so that the host can change without a gap.
   * @returns the site, and the only copy of the secret
   * @throws DeskError `not_found`, `conflict`; `illegal_transition` when too many are good already
   */
  async rotate(by: StaffPrincipal, id: string, { version, overlapHours }: { version: number; overlapHours: number }) {
    return this.database.transaction(async (tx) => {
      const site = await this.lock(tx, id, version);
      await this.secrets.endAll(tx, id, overlapHours);
      const secret = await this.secrets.issue(tx, id);
      await this.touched(tx, id);
      await this.record(tx, by, 'secret_rotated', site, { overlapHours: { after: overlapHours } });
      return { detail: await this.read(tx, id), secret };
    });
  }

  /**
   * When a secret that was replaced ends: sooner, later, or now. What it has identified stays so.
   * @throws DeskError `not_found`, `conflict`; `illegal_transition` for the current one and for one that has ended
   */
  async endSecret(
    by: StaffPrincipal,
    { id, secretId }: { id: string; secretId: string },
    { version, inHours }: { version: number; inHours: number },
  ) {
    return this.database.transaction(async (tx) => {
      const site = await this.lock(tx, id, version);
      const { hint, before, after } = await this.secrets.end(tx, id, secretId, inHours);
      await this.touched(tx, id);
      const deed = inHours === 0 ? 'secret_ended' : 'secret_end_moved';
      await this.record(tx, by, deed, site, { hint: { after: hint }, endsAt: { before, after } });
      return this.read(tx, id);
    });
  }

  /** @throws DeskError `not_found`, `conflict` */
  private async lock(tx: Transaction, id: string, version: number): Promise<Site> {
    const site = await tx.one<Row<Site>>(`${SITE} FOR UPDATE`, [id]);
    if (!site) throw new DeskError('not_found');
    if (site.version !== version) throw new DeskError('conflict');
    return site;
  }

  private async touched(tx: Transaction, id: string): Promise<void> {
    await tx.query('UPDATE sites SET version = version + 1 WHERE id = $1', [id]);
  }

  private async read(from: Pick<Transaction, 'query'>, id: string): Promise<SiteDetailView> {
    const [site] = await from.query<Row<Site>>(SITE, [id]);
    if (!site) throw new DeskError('not_found');
    const secrets = await from.query<Row<SiteSecret & { now: Date }>>(SECRETS, [id]);
    const sightings = await from.query<Row<SiteSighting>>(SIGHTINGS, [id]);
    return {
      site: { id: site.id, key: site.key, version: site.version, ...settingsOf(site) },
      secrets: secrets.map((secret) => secretView(secret, secret.now)),
      sightings: sightings.map((sighting) => sightingView(sighting, site)),
    };
  }

  private checkContextUrl(url: string | undefined): void {
    try {
      if (url !== undefined) this.safeFetch.check(url);
    } catch (error) {
      if (!(error instanceof FetchRefused)) throw error;
      const message = 'write an https address; an internal one must stand in FETCH_ALLOWED_HOSTS of the server';
      throw new DeskError('invalid_input', { errors: [{ path: 'contextUrl', message }] });
    }
  }

  private record(
    tx: Transaction,
    by: StaffPrincipal,
    deed: string,
    { id, name }: Pick<Site, 'id' | 'name'>,
    changes: Parameters<Audit['record']>[1]['changes'],
  ): Promise<void> {
    const subject = { kind: 'site', id, label: name };
    return this.audit.record(tx, { actor: auditActor(by), action: `site.${deed}`, subject, changes });
  }
}

const columnsOf = (settings: SiteSettings): unknown[] => [
  settings.name,
  settings.allowedOrigins,
  settings.contextUrl ?? null,
  settings.greeting,
  settings.hours,
  settings.phone ?? null,
  settings.color,
  settings.position,
  settings.locale ?? null,
  settings.enabled,
];
