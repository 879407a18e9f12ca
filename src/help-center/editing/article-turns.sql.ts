import { LOCKED_DRAFT } from './drafts.sql.js';

/** So many in one round; the rest has its turn in the next. */
const SLICE = 100;

export const DUE_SCHEDULES = `
  SELECT article_id AS id FROM article_schedules
   WHERE problem IS NULL AND publish_at <= desk_now() ORDER BY publish_at LIMIT ${SLICE}`;
export const STILL_DUE = `
  SELECT content, note, in_step AS "inStep", scheduled_by AS "staffId", scheduled_by_name AS name
    FROM article_schedules WHERE article_id = $1 AND problem IS NULL AND publish_at <= desk_now()`;
export const EXPIRED_ARTICLES = `
  SELECT id FROM articles WHERE expires_at <= desk_now() AND status = 'published' ORDER BY expires_at LIMIT ${SLICE}`;
export const STILL_EXPIRED = `
  SELECT expires_at AS "expiresAt" FROM articles WHERE id = $1 AND expires_at <= desk_now() AND status = 'published'`;
export const FREE_DRAFT = `${LOCKED_DRAFT} SKIP LOCKED`;
