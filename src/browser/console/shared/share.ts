/** `12%`; a dash of nothing. */
export const share = (part: number, whole: number): string =>
  whole > 0 ? `${Math.min(100, Math.round((100 * part) / whole))}%` : '–';

/** To be read: what there is, is never `0%`. */
export const shareInWords = (part: number, whole: number): string => {
  const rounded = share(part, whole);
  return part > 0 && rounded === '0%' ? '<1%' : rounded;
};
