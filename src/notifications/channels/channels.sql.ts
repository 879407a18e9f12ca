export const CHANNELS = `
  SELECT c.id, c.kind, c.name, c.team_id AS "teamId", c.locale, c.address_hint AS "addressHint",
         c.secret IS NOT NULL AS "hasSecret", c.enabled, c.version,
         (SELECT json_build_object('state', CASE d.state WHEN 'sending' THEN 'queued' ELSE d.state END, 'answer', d.answer,
                                   'at', to_char(d.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
            FROM notice_deliveries d WHERE d.channel_id = c.id ORDER BY d.created_at DESC, d.id DESC LIMIT 1) AS last
  FROM notice_channels c`;

export const INSERT_CHANNEL = `
  INSERT INTO notice_channels (id, kind, name, team_id, locale, enabled, address, address_hint, secret)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

/** What is null of address and secret stays as it is. @param $9 whether the secret goes */
export const UPDATE_CHANNEL = `
  UPDATE notice_channels SET name = $2, team_id = $3, locale = $4, enabled = $5, address = coalesce($6, address),
    address_hint = coalesce($7, address_hint), secret = CASE WHEN $9 THEN NULL ELSE coalesce($8, secret) END,
    version = version + 1
  WHERE id = $1`;

/** Those of the team, and those of all. @param $1 kinds, $2 team */
export const CHANNELS_FOR = `
  SELECT id, kind, locale FROM notice_channels
  WHERE kind = ANY($1::text[]) AND enabled AND (team_id IS NULL OR team_id = $2) ORDER BY created_at, id`;

export const QUEUE_DELIVERY = `
  INSERT INTO notice_deliveries (id, channel_id, key, text, details) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT ON CONSTRAINT notice_deliveries_channel_id_key_key DO NOTHING`;

/** A few of each channel: one that is away must not keep the others waiting. @param $1 how many of each, $2 seconds until it counts as dropped */
export const CLAIM_DELIVERIES = `
  UPDATE notice_deliveries d SET state = 'sending', tries = tries + 1, try_at = desk_now() + make_interval(secs => $2)
  FROM notice_channels c
  WHERE c.id = d.channel_id AND d.id IN (
    SELECT due.id FROM notice_channels n CROSS JOIN LATERAL (
      SELECT id FROM notice_deliveries WHERE channel_id = n.id AND state IN ('queued', 'sending') AND try_at <= desk_now()
      ORDER BY try_at LIMIT $1 FOR UPDATE SKIP LOCKED) due)
  RETURNING d.id, d.text, d.details, d.tries, d.created_at < desk_now() - interval '2 hours' AS old,
            c.id AS "channelId", c.kind, c.enabled, c.address, c.secret`;

/** @param $2 the try that this answers */
export const DELIVERED = `
  UPDATE notice_deliveries SET state = 'sent', answer = $3, sent_at = desk_now()
  WHERE id = $1 AND tries = $2 AND state = 'sending'`;

export const NOT_DELIVERED = `
  UPDATE notice_deliveries SET state = 'failed', answer = $3 WHERE id = $1 AND tries = $2 AND state = 'sending'`;

export const DELIVER_AGAIN = `
  UPDATE notice_deliveries SET state = 'queued', answer = $3, try_at = desk_now() + make_interval(secs => $4)
  WHERE id = $1 AND tries = $2 AND state = 'sending'`;

export const PRUNE_DELIVERIES = `
  DELETE FROM notice_deliveries WHERE id IN (
    SELECT id FROM notice_deliveries WHERE state IN ('sent', 'failed') AND created_at < desk_now() - interval '90 days'
    LIMIT 5000)`;
