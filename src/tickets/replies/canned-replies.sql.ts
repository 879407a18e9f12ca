import { REPLY_LIMITS } from '../../contract/index.js';

export const CANNED_REPLIES = `
  SELECT c.id, c.title, c.body, c.category, c.team_id AS "teamId", c.pinyin, c.initials, c.uses,
    c.archived_at IS NOT NULL AS archived, c.version
  FROM canned_replies c`;

export const INSERT_CANNED_REPLY = `
  INSERT INTO canned_replies (id, title, body, category, team_id, pinyin, initials)
  SELECT $1, $2, $3, $4, $5, $6, $7
  WHERE (SELECT count(*) FROM canned_replies WHERE archived_at IS NULL) < ${REPLY_LIMITS.replies} RETURNING id`;

export const UPDATE_CANNED_REPLY = `
  UPDATE canned_replies SET title = $2, body = $3, category = $4, team_id = $5, pinyin = $6, initials = $7, version = version + 1
  WHERE id = $1`;
