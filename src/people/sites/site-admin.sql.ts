/** Days for which the console shows what was refused, and what has ended. */
const REFUSED_DAYS = 7;
const ENDED_DAYS = 30;

export const LIST = `
  SELECT s.id, s.key, s.name, s.color, s.disabled_at IS NULL AS enabled, s.allowed_origins AS "allowedOrigins",
         (SELECT max(g.last_seen_at) FROM site_sightings g
           WHERE g.site_id = s.id AND g.origin = ANY(s.allowed_origins)) AS "lastOpenedAt",
         (SELECT count(*)::integer FROM site_sightings g
           WHERE g.site_id = s.id AND g.origin <> ALL(s.allowed_origins)
             AND g.last_seen_at > desk_now() - interval '${REFUSED_DAYS} days') AS "refusedOrigins"
    FROM sites s ORDER BY s.disabled_at IS NOT NULL, s.created_at, s.id LIMIT 200`;

export const SITE = `
  SELECT id, key, name, allowed_origins AS "allowedOrigins", context_url AS "contextUrl", greeting, hours, phone, color, position,
         locale, disabled_at AS "disabledAt", created_at AS "createdAt", version
    FROM sites WHERE id = $1`;

export const SECRETS = `
  SELECT id, hint, created_at AS "createdAt", ends_at AS "endsAt", last_used_at AS "lastUsedAt", desk_now() AS now
    FROM site_secrets
   WHERE site_id = $1 AND (ends_at IS NULL OR ends_at > desk_now() - interval '${ENDED_DAYS} days')
   ORDER BY created_at DESC, id DESC LIMIT 50`;

export const SIGHTINGS = `
  SELECT site_id AS "siteId", origin, first_seen_at AS "firstSeenAt", last_seen_at AS "lastSeenAt"
    FROM site_sightings WHERE site_id = $1 ORDER BY last_seen_at DESC, origin LIMIT 50`;

export const INSERT = `
  INSERT INTO sites (id, key, name, allowed_origins, context_url, greeting, hours, phone, color, position, locale, disabled_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, CASE WHEN $12::boolean THEN NULL ELSE desk_now() END)`;

export const UPDATE = `
  UPDATE sites SET name = $2, allowed_origins = $3, context_url = $4, greeting = $5, hours = $6, phone = $7, color = $8,
         position = $9, locale = $10,
         disabled_at = CASE WHEN $11::boolean THEN NULL ELSE coalesce(disabled_at, desk_now()) END, version = version + 1
   WHERE id = $1`;
