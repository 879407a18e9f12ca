import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { DEFAULT_HELP_SETTINGS, type HelpCenterSettings, type HelpCenterSettingsView } from '../../contract/index.js';
import { auditActor, SiteAdmin, Sites, type StaffPrincipal } from '../../people/index.js';
import { Audit, differences } from '../../platform/audit/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { HelpBrand } from './help-brand.service.js';

/** The id of the one row, for the audit log. */
const SUBJECT = { kind: 'help_center', id: 'help_center', label: 'help center' };

/** What administrators decide about the help centre as a whole. */
@Injectable()
export class HelpSettings {
  /** Of our own pages. */
  readonly origin: string;

  constructor(
    private readonly database: Database,
    private readonly sites: Sites,
    private readonly siteAdmin: SiteAdmin,
    private readonly audit: Audit,
    private readonly brand: HelpBrand,
    @Inject(CONFIG) config: Config,
  ) {
    this.origin = new URL(config.publicUrl).origin;
  }

  async view(): Promise<HelpCenterSettingsView> {
    const { settings, version } = await this.read(this.database);
    const chatProblem = await this.chatProblem(settings);
    return { settings, version, ...(chatProblem && { chatProblem }) };
  }

  /**
   * Whoever names a site lets the pages of this desk open its widget.
   * @param seen the version that the editor had before their eyes
   * @throws DeskError `conflict`, `invalid_input` for a site or a picture that is not
   */
  async update(by: StaffPrincipal, seen: number, settings: HelpCenterSettings): Promise<HelpCenterSettingsView> {
    await this.database.transaction(async (tx) => {
      const before = await this.read(tx);
      if (before.version !== seen) throw new DeskError('conflict');
      const changes = differences(before.settings, settings);
      if (Object.keys(changes).length === 0) return;
      await this.check(tx, settings, before.settings);
      const saved = await tx.one(
        `INSERT INTO help_center_settings AS s (settings, version, updated_by) VALUES ($1, $2::integer + 1, $3)
         ON CONFLICT (id) DO UPDATE SET settings = excluded.settings, version = excluded.version,
           updated_at = desk_now(), updated_by = excluded.updated_by WHERE s.version = $2 RETURNING version`,
        [settings, seen, by.staffId],
      );
      if (!saved) throw new DeskError('conflict');
      await this.audit.record(tx, {
        actor: auditActor(by),
        action: 'help_center.updated',
        subject: { ...SUBJECT, label: settings.names['zh-CN'] },
        changes,
      });
      if (settings.siteId && settings.siteId !== before.settings.siteId)
        await this.siteAdmin.allowOrigin(tx, by, settings.siteId, this.origin);
    });
    await this.brand.changed();
    return this.view();
  }

  /** Names this site, where nobody has decided anything yet: a demo has one. */
  async beginWith(siteId: string): Promise<void> {
    await this.database.query(`INSERT INTO help_center_settings (settings) VALUES ($1) ON CONFLICT (id) DO NOTHING`, [
      { ...DEFAULT_HELP_SETTINGS, siteId },
    ]);
    await this.brand.changed();
  }

  private async read(from: Pick<Transaction, 'query'>): Promise<{ settings: HelpCenterSettings; version: number }> {
    const [row] = await from.query<{ settings: Partial<HelpCenterSettings>; version: number }>(
      'SELECT settings, version FROM help_center_settings',
    );
    return { settings: { ...DEFAULT_HELP_SETTINGS, ...row?.settings }, version: row?.version ?? 1 };
  }

  private async check(tx: Transaction, settings: HelpCenterSettings, before: HelpCenterSettings): Promise<void> {
    if (settings.siteId && settings.siteId !== before.siteId && !(await this.sites.byId(settings.siteId)))
      throw new DeskError('invalid_input', { errors: [{ path: 'settings.siteId', message: 'there is no such site' }] });
    if (!settings.logo || settings.logo === before.logo) return;
    const stored = await tx.one('SELECT 1 AS stored FROM article_images WHERE id = $1', [settings.logo.slice(-36)]);
    if (!stored)
      throw new DeskError('invalid_input', {
        errors: [{ path: 'settings.logo', message: 'there is no such picture' }],
      });
  }

  private async chatProblem({ siteId }: HelpCenterSettings): Promise<HelpCenterSettingsView['chatProblem']> {
    const site = siteId && (await this.sites.byId(siteId));
    if (!site) return undefined;
    if (site.disabledAt) return 'site_disabled';
    return site.allowedOrigins.includes(this.origin) ? undefined : 'origin_not_allowed';
  }
}
