import { Injectable } from '@nestjs/common';
import { DEFAULT_HELP_SETTINGS, type LocalizedText } from '../../contract/index.js';
import type { Accent } from './brand-sheet.js';

/** What the frame around every public page is called, and what it is drawn with. */
export interface Brand {
  names: LocalizedText;
  /** In the footer; empty: none. */
  taglines: LocalizedText;
  /** When people are there, in the footer; empty: nothing is promised. */
  hours: LocalizedText;
  /** Address of the picture in the header; null: the house's lantern. */
  logo: string | null;
  /** Null: the house's own colours. */
  accent: Accent | null;
}

/** The port by which a room says how public pages look. Without one they look as they come. */
@Injectable()
export class Branding {
  private source: () => Brand = () => DEFAULT_HELP_SETTINGS;

  /** Plugs in who knows, once at boot. It is asked for every page, and answers from memory. */
  use(source: () => Brand): void {
    this.source = source;
  }

  get current(): Brand {
    return this.source();
  }
}
