/** The same key twice is one mail. */
export const QUEUE = `
  INSERT INTO mails (id, key, to_name, to_address, subject, text, html, message_id, reference_ids, headers)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  ON CONFLICT ON CONSTRAINT mails_key_key DO NOTHING RETURNING id`;

/** Taken before it is spoken of to the server, so that nobody else takes it meanwhile. @param $1 how many, $2 seconds */
export const CLAIM = `
  UPDATE mails SET state = 'sending', tries = tries + 1, try_at = desk_now() + make_interval(secs => $2)
  WHERE id IN (SELECT id FROM mails WHERE state IN ('queued', 'sending') AND try_at <= desk_now()
               ORDER BY try_at LIMIT $1 FOR UPDATE SKIP LOCKED)
  RETURNING id, to_name AS "toName", to_address AS "toAddress", subject, text, html, message_id AS "messageId",
            reference_ids AS "referenceIds", headers, tries, desk_now() - created_at > interval '3 days' AS old`;

/** @param $1 id, $2 the try that this answers: whoever has taken it over since decides instead */
export const SENT = `
  UPDATE mails SET state = 'sent', answer = $3, sent_at = desk_now() WHERE id = $1 AND tries = $2 AND state = 'sending'`;

export const FAILED = `
  UPDATE mails SET state = 'failed', answer = $3 WHERE id = $1 AND tries = $2 AND state = 'sending'`;

export const AGAIN = `
  UPDATE mails SET state = 'queued', answer = $3, try_at = desk_now() + make_interval(secs => $4)
  WHERE id = $1 AND tries = $2 AND state = 'sending'`;

/** What was not tried at all. */
export const PUT_BACK = `
  UPDATE mails SET state = 'queued', tries = tries - 1, try_at = desk_now() + make_interval(secs => $2)
  WHERE id = ANY($1::uuid[]) AND state = 'sending'`;

export const PRUNE = `
  DELETE FROM mails WHERE id IN (
    SELECT id FROM mails WHERE state IN ('sent', 'failed') AND created_at < desk_now() - interval '90 days' LIMIT 5000)`;
