/** Who takes what nobody has sorted yet. */
export const FRONTLINE_TEAM = 'frontline';
/** Priority of what nobody has sorted yet. */
export const UNSORTED_PRIORITY = 'P2';
