/** Articles `a` with their words `v` as some reader finds them. */
export const PUBLISHED = `articles a JOIN article_versions v ON v.article_id = a.id AND v.published AND a.status = 'published'`;
/** $1 is always whose eyes it is for: no way of reading goes past it. */
export const READABLE = `${PUBLISHED} AND a.visibility = ANY($1::text[])`;
