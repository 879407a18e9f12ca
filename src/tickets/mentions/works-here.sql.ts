/** SQL: that a row `s` of staff can be told something and read it. */
export const WORKS_HERE = 's.disabled_at IS NULL AND s.joined_at IS NOT NULL';
