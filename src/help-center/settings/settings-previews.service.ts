import { Injectable } from '@nestjs/common';
import type { HelpCenterSettings, Locale } from '../../contract/index.js';
import { Pages } from '../../platform/templates/index.js';
import { HelpPages } from '../pages/help-pages.service.js';
import { HelpBrand } from './help-brand.service.js';

/** The home page as settings would make it, by the hands that make the real one. */
@Injectable()
export class SettingsPreviews {
  constructor(
    private readonly help: HelpPages,
    private readonly pages: Pages,
    private readonly brand: HelpBrand,
  ) {}

  async of(settings: HelpCenterSettings, locale: Locale): Promise<{ html: string }> {
    const brand = this.brand.of(settings);
    const page = await this.help.home(locale, { brand, heading: settings.headings[locale] });
    return { html: this.pages.render({ ...page, hidden: true, scripts: [] }, brand) };
  }
}
