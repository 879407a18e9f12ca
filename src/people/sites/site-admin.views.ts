import { z } from 'zod';
import {
  type IssuedSecretView,
  LAUNCHER_POSITIONS,
  LOCALES,
  SECRET_STATES,
  type SiteDetailView,
  type SiteListItemView,
  type SiteSecretView,
  type SiteSettings,
  type SiteSettingsView,
  type SiteSightingView,
} from '../../contract/index.js';
import { list, view } from '../../platform/openapi/index.js';
import { LocalizedTextSchema } from '../staff/staff.views.js';
import type { Site, SiteSecret, SiteSighting } from './site.entity.js';

const time = z.iso.datetime();

export const SiteList = list(
  view(
    'SiteListItem',
    z.object({
      id: z.uuid(),
      key: z.string(),
      name: z.string(),
      color: z.string(),
      enabled: z.boolean(),
      allowedOrigins: z.array(z.string()),
      lastOpenedAt: time.optional(),
      refusedOrigins: z.int(),
    }) satisfies z.ZodType<SiteListItemView>,
  ),
);

const SiteSettingsSchema = view(
  'SiteSettings',
  z.object({
    id: z.uuid(),
    key: z.string(),
    version: z.int(),
    name: z.string(),
    allowedOrigins: z.array(z.string()),
    contextUrl: z.string().optional(),
    greeting: LocalizedTextSchema,
    hours: LocalizedTextSchema,
    phone: z.string().optional(),
    color: z.string(),
    position: z.enum(LAUNCHER_POSITIONS),
    locale: z.enum(LOCALES).optional(),
    enabled: z.boolean(),
  }) satisfies z.ZodType<SiteSettingsView>,
);

const SiteSecretSchema = view(
  'SiteSecret',
  z.object({
    id: z.uuid(),
    hint: z.string(),
    state: z.enum(SECRET_STATES),
    createdAt: time,
    endsAt: time.optional(),
    lastUsedAt: time.optional(),
  }) satisfies z.ZodType<SiteSecretView>,
);

const SiteSightingSchema = view(
  'SiteSighting',
  z.object({
    origin: z.string(),
    allowed: z.boolean(),
    firstSeenAt: time,
    lastSeenAt: time,
  }) satisfies z.ZodType<SiteSightingView>,
);

export const SiteDetail = view(
  'SiteDetail',
  z.object({
    site: SiteSettingsSchema,
    secrets: z.array(SiteSecretSchema),
    sightings: z.array(SiteSightingSchema),
  }) satisfies z.ZodType<SiteDetailView>,
);

export const IssuedSecret = view(
  'IssuedSecret',
  z.object({ detail: SiteDetail, secret: z.string() }) satisfies z.ZodType<IssuedSecretView>,
);

/** What an administrator edits; the audit log compares these. */
export const settingsOf = (site: Site): SiteSettings => ({
  name: site.name,
  allowedOrigins: site.allowedOrigins,
  ...(site.contextUrl !== null && { contextUrl: site.contextUrl }),
  greeting: site.greeting,
  hours: site.hours,
  ...(site.phone !== null && { phone: site.phone }),
  color: site.color,
  position: site.position,
  ...(site.locale !== null && { locale: site.locale }),
  enabled: site.disabledAt === null,
});

export const secretView = (secret: Omit<SiteSecret, 'sealed' | 'siteId'>, now: Date): SiteSecretView => ({
  id: secret.id,
  hint: secret.hint,
  state: secret.endsAt === null ? 'current' : secret.endsAt > now ? 'ending' : 'ended',
  createdAt: secret.createdAt.toISOString(),
  ...(secret.endsAt && { endsAt: secret.endsAt.toISOString() }),
  ...(secret.lastUsedAt && { lastUsedAt: secret.lastUsedAt.toISOString() }),
});

export const sightingView = (sighting: SiteSighting, site: Site): SiteSightingView => ({
  origin: sighting.origin,
  allowed: site.allowedOrigins.includes(sighting.origin),
  firstSeenAt: sighting.firstSeenAt.toISOString(),
  lastSeenAt: sighting.lastSeenAt.toISOString(),
});
