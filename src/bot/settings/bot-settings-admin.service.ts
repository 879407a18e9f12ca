import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import type { BotSettings, BotSettingsView } from '../../contract/index.js';
import { auditActor, type StaffPrincipal } from '../../people/index.js';
import { Audit, differences } from '../../platform/audit/index.js';
import { Database } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Categories } from '../../tickets/index.js';
import { CurrentBotSettings } from './bot-settings.service.js';

/** The one row, for the audit log. */
const SUBJECT = { kind: 'bot', id: 'bot', label: 'bot' };

/** What administrators decide about the bot. */
@Injectable()
export class BotSettingsAdmin {
  constructor(
    private readonly database: Database,
    private readonly current: CurrentBotSettings,
    private readonly categories: Categories,
    private readonly audit: Audit,
    @Inject(CONFIG) private readonly config: Pick<Config, 'model'>,
  ) {}

  async view(): Promise<BotSettingsView> {
    const { model } = this.config;
    return { ...(await this.current.read(this.database)), ...(model && { model: model.name }) };
  }

  /**
   * From the next turn on the bot does as it is told here.
   * @param seen the version that the editor had before their eyes
   * @throws DeskError `conflict`, `invalid_input` for a sub-category that is not
   */
  async update(by: StaffPrincipal, seen: number, settings: BotSettings): Promise<BotSettingsView> {
    const before = await this.current.read(this.database);
    await this.checkSubCategories(settings, before.settings);
    await this.database.transaction(async (tx) => {
      const { settings: old, version } = await this.current.read(tx);
      if (version !== seen) throw new DeskError('conflict');
      const changes = differences(old, settings);
      if (Object.keys(changes).length === 0) return;
      const saved = await tx.one(
        `INSERT INTO bot_settings AS s (settings, version, updated_by) VALUES ($1, $2::integer + 1, $3)
         ON CONFLICT (id) DO UPDATE SET settings = excluded.settings, version = excluded.version,
           updated_at = desk_now(), updated_by = excluded.updated_by WHERE s.version = $2 RETURNING version`,
        [settings, seen, by.staffId],
      );
      if (!saved) throw new DeskError('conflict');
      await this.audit.record(tx, { actor: auditActor(by), action: 'bot.updated', subject: SUBJECT, changes });
    });
    return this.view();
  }

  /** One that has been archived since stays where it was; nobody may add what there is not. */
  private async checkSubCategories({ straightToPerson }: BotSettings, before: BotSettings): Promise<void> {
    const categories = await this.categories.all();
    const known = new Set([
      ...categories.flatMap(({ subCategories }) => subCategories.map(({ key }) => key)),
      ...before.straightToPerson.subCategories,
    ]);
    const errors = straightToPerson.subCategories.flatMap((key, index) =>
      known.has(key)
        ? []
        : [{ path: `settings.straightToPerson.subCategories.${index}`, message: 'there is no such sub-category' }],
    );
    if (errors.length > 0) throw new DeskError('invalid_input', { errors });
  }
}
