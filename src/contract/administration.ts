import type { CategoryKey, Locale, LocalizedText, Nature, Priority } from './enums.js';
import type { FormFieldSettings, FormFieldView } from './forms.js';
import type { SubCategoryView, Timestamp } from './views.js';

/** One line of the audit log: what somebody changed about the desk itself. */
export interface AuditRecordView {
  id: string;
  at: string;
  /** No id: a program (`doctor`, `seed`). */
  actor: { id?: string; name: string };
  /** `<kind of thing>.<past participle>`, e.g. `site.updated`. */
  action: string;
  subject: { kind: string; id: string; label: string };
  changes: Record<string, { before?: unknown; after?: unknown }>;
}

/** On which side of a host page the launcher stands. */
export const LAUNCHER_POSITIONS = ['right', 'left'] as const;
export type LauncherPosition = (typeof LAUNCHER_POSITIONS)[number];

/** What an administrator says of a site. */
export interface SiteSettings {
  name: string;
  /** See `readOrigin`. */
  allowedOrigins: string[];
  contextUrl?: string;
  greeting: LocalizedText;
  hours: LocalizedText;
  phone?: string;
  /** `#rrggbb` */
  color: string;
  position: LauncherPosition;
  /** Left out: the language of the host page. */
  locale?: Locale;
  /** False: no widget opens any more. */
  enabled: boolean;
}

export interface SiteSettingsView extends SiteSettings {
  id: string;
  /** Stands in the embed snippet; never changes. */
  key: string;
  version: number;
}

export interface SiteListItemView {
  id: string;
  key: string;
  name: string;
  color: string;
  enabled: boolean;
  allowedOrigins: string[];
  /** When a widget of this site was opened last, to within a minute. */
  lastOpenedAt?: Timestamp;
  /** Origins that were refused in the last seven days and are still not allowed. */
  refusedOrigins: number;
}

/** `ending`: replaced, but good until `endsAt`. */
export const SECRET_STATES = ['current', 'ending', 'ended'] as const;

/** What is known of an identity secret; itself it is told once, when it is made. */
export interface SiteSecretView {
  id: string;
  /** Its last four characters. */
  hint: string;
  state: (typeof SECRET_STATES)[number];
  createdAt: Timestamp;
  endsAt?: Timestamp;
  /** When it last identified a customer, to within a minute. */
  lastUsedAt?: Timestamp;
}

/** A page that tried to open a site's widget. */
export interface SiteSightingView {
  origin: string;
  /** Whether it would be let in now. */
  allowed: boolean;
  firstSeenAt: Timestamp;
  /** To within a minute. */
  lastSeenAt: Timestamp;
}

/** All about one site. */
export interface SiteDetailView {
  site: SiteSettingsView;
  /** The newest first; ended ones for thirty days. */
  secrets: SiteSecretView[];
  /** The latest first. */
  sightings: SiteSightingView[];
}

/** The only answer that holds a secret. */
export interface IssuedSecretView {
  /** With the site's new version. */
  detail: SiteDetailView;
  secret: string;
}

/** With it the servers of a host site open cases; itself it is told once, when it is made. */
export interface SiteApiKeyView {
  id: string;
  name: string;
  /** How it begins, to be told from others. */
  prefix: string;
  createdAt: Timestamp;
  /** To within a minute. */
  lastUsedAt?: Timestamp;
  revokedAt?: Timestamp;
}

/** The only answer that holds a key. */
export interface IssuedApiKeyView {
  item: SiteApiKeyView;
  key: string;
}

export interface SubCategorySettings {
  name: LocalizedText;
  priority: Priority;
  nature: Nature;
  teamKey: string;
  /** In the order in which they are asked. What is left out is archived; what comes back under its key is restored. */
  form: FormFieldSettings[];
  /** In order; left out and restored like fields. */
  checklist: { key: string; label: LocalizedText }[];
}

export interface SubCategorySettingsView extends SubCategoryView {
  version: number;
  /** Cases that are not done and have this sub-category. */
  openTickets: number;
}

/** A form as it was until the next version. */
export interface FormVersionView {
  version: number;
  form: FormFieldView[];
  at: Timestamp;
  /** No name: it came with the desk. */
  by?: string;
}

export interface CategorySettingsView {
  key: CategoryKey;
  name: LocalizedText;
  topic: LocalizedText;
  /** Of names and order. */
  version: number;
  /** In their order, the archived last. */
  subCategories: SubCategorySettingsView[];
}
