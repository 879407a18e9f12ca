import type { LocalizedText } from './enums.js';

/** Lengths of what an administrator writes about the help centre, in characters. */
export const HELP_SETTINGS_LIMITS = { name: 20, heading: 40, tagline: 60, hours: 80, contactNote: 200 } as const;

/** `#rrggbb` each; where one could not be read on its ground, the pages draw with the nearest that can. */
export interface HelpCenterAccent {
  light: string;
  dark: string;
}

/** How the help centre is called, looks, and says that one reaches people. Empty text: nothing is said. */
export interface HelpCenterSettings {
  /** What the desk is called on its pages. */
  names: LocalizedText;
  /** Above the search of the home page. */
  headings: LocalizedText;
  /** In the footer of every page. */
  taglines: LocalizedText;
  /** When people are there. Empty: as the site says whose widget opens, if one does. */
  hours: LocalizedText;
  /** Beside the ways to a person: what to have at hand. */
  contactNotes: LocalizedText;
  /** Null: the house's own colours. */
  accent: HelpCenterAccent | null;
  /** Address of a stored picture; null: the house's lantern. */
  logo: string | null;
  /** The site whose widget the contact page opens; null: none. */
  siteId: string | null;
}

export interface HelpCenterSettingsView {
  settings: HelpCenterSettings;
  version: number;
  /** Why the contact page cannot open the chosen site's widget, though one is chosen. */
  chatProblem?: 'site_disabled' | 'origin_not_allowed';
}

/** As long as nobody has changed anything. */
export const DEFAULT_HELP_SETTINGS: HelpCenterSettings = {
  names: { 'zh-CN': '长明', en: 'Porchlight' },
  headings: { 'zh-CN': '灯亮着，有问题尽管问', en: 'The light\u00a0is\u00a0on. Ask\u00a0away.' },
  taglines: { 'zh-CN': '夜再深，也为您留着灯。', en: 'However late it is, we leave the light on.' },
  hours: { 'zh-CN': '', en: '' },
  contactNotes: { 'zh-CN': '准备好订单号或截图，会更快。', en: 'An order number or a screenshot makes it quicker.' },
  accent: null,
  logo: null,
  siteId: null,
};

/** The house's own colours, which a brand begins from. */
export const HOUSE_ACCENT: HelpCenterAccent = { light: '#93500a', dark: '#f3b95f' };
