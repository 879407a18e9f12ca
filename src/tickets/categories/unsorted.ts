/** Who takes what nobody has sorted yet. */
export const FRONTLINE_TEAM = 'frontline';
/** SQL: the team to which every customer comes first; any, where there is no front line. */
export const FRONT_LINE = `(
  SELECT id FROM teams WHERE archived_at IS NULL ORDER BY key = '${FRONTLINE_TEAM}' DESC, key LIMIT 1)`;
/** Priority of what nobody has sorted yet. */
export const UNSORTED_PRIORITY = 'P2';
