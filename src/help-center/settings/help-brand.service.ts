import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import {
  DEFAULT_HELP_SETTINGS,
  type HelpCenterSettings,
  type Locale,
  type LocalizedText,
} from '../../contract/index.js';
import { type Site, Sites } from '../../people/index.js';
import { Database } from '../../platform/db/index.js';
import { Logger } from '../../platform/logger/index.js';
import { defineSignal, Signals } from '../../platform/signals/index.js';
import { type Brand, Branding } from '../../platform/templates/index.js';

const HelpSettingsChanged = defineSignal('help_settings.changed');
/** How old this process's copy may get: a signal may be lost. */
const FRESH_MILLISECONDS = 5_000;

/** How one reaches a person, as far as it is known. */
export interface WaysToPeople {
  /** Empty: not known, so nothing is promised. */
  hours: string;
  note: string;
  phone?: string;
  /** The widget that this page may open. */
  chat?: { site: string; color: string };
}

/** How the help centre looks now, in the memory of each process: every page asks. */
@Injectable()
export class HelpBrand implements OnModuleInit, OnApplicationBootstrap, OnApplicationShutdown {
  private settings = DEFAULT_HELP_SETTINGS;
  private site: Site | null = null;
  private readonly origin: string;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly sites: Sites,
    private readonly signals: Signals,
    private readonly logger: Logger,
    private readonly branding: Branding,
    @Inject(CONFIG) config: Config,
  ) {
    this.origin = new URL(config.publicUrl).origin;
  }

  onModuleInit(): void {
    this.branding.use(() => this.of(this.settings));
    this.signals.on(HelpSettingsChanged, () => void this.look());
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.read();
    this.timer = setInterval(() => void this.look(), FRESH_MILLISECONDS);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** After COMMIT: this process sees it when this returns, the others at once or within seconds. */
  async changed(): Promise<void> {
    await this.read();
    this.signals.send(HelpSettingsChanged, {});
  }

  heading(locale: Locale): string {
    return this.settings.headings[locale];
  }

  /** Key of the site whose people this help centre leads to. */
  siteKey(): string | undefined {
    return this.site?.key;
  }

  ways(locale: Locale): WaysToPeople {
    const { hours, contactNotes } = this.settings;
    const site = this.site?.disabledAt ? null : this.site;
    return {
      hours: hoursOf(hours, site)[locale],
      note: contactNotes[locale],
      ...(site?.phone && { phone: site.phone }),
      ...(site?.allowedOrigins.includes(this.origin) && { chat: { site: site.key, color: site.color } }),
    };
  }

  /** What pages would look like with these settings. */
  of({ names, taglines, hours, logo, accent }: HelpCenterSettings): Brand {
    return { names, taglines, hours: hoursOf(hours, this.site), logo, accent };
  }

  private async look(): Promise<void> {
    await this.read().catch((error) => this.logger.warn({ err: error }, 'the look of the help centre was not read'));
  }

  private async read(): Promise<void> {
    const row = await this.database.one<{ settings: Partial<HelpCenterSettings> }>(
      'SELECT settings FROM help_center_settings',
    );
    const settings = { ...DEFAULT_HELP_SETTINGS, ...row?.settings };
    this.site = settings.siteId ? await this.sites.byId(settings.siteId) : null;
    this.settings = settings;
  }
}

const hoursOf = (own: LocalizedText, site: Site | null): LocalizedText => ({
  'zh-CN': own['zh-CN'] || site?.hours['zh-CN'] || '',
  en: own.en || site?.hours.en || '',
});
