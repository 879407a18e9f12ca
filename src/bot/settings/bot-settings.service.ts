import { Injectable } from '@nestjs/common';
import { type BotSettings, DEFAULT_BOT_SETTINGS } from '../../contract/index.js';
import { Database, SharedRead, type Transaction } from '../../platform/db/index.js';

/** What the bot is told to do. What nobody has decided stands as it is by default. */
@Injectable()
export class CurrentBotSettings {
  private readonly reads = new SharedRead(() => this.read(this.database));

  constructor(private readonly database: Database) {}

  async get(): Promise<BotSettings> {
    return (await this.reads.get('settings')).settings;
  }

  async read(from: Pick<Transaction, 'query'>): Promise<{ settings: BotSettings; version: number }> {
    const [row] = await from.query<{ settings: Partial<BotSettings>; version: number }>(
      'SELECT settings, version FROM bot_settings',
    );
    return { settings: { ...DEFAULT_BOT_SETTINGS, ...row?.settings }, version: row?.version ?? 1 };
  }
}
