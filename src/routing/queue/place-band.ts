/** The last place of each band. */
const BANDS = [100, 200, 500];
const LAST_EXACT_PLACE = 50;

export interface ShownPlace {
  /** From 1; beyond 50 the first of a band. */
  place: number;
  /** The last of the band; absent for a place by itself, and beyond 500. */
  placeUpTo?: number;
}

export const isExact = (place: number): boolean => place <= LAST_EXACT_PLACE;

/** A place as it is shown: by itself up to 50, then 51–100, 101–200, 201–500, and all that is beyond. */
export function shownPlace(place: number): ShownPlace {
  if (isExact(place)) return { place };
  let first = LAST_EXACT_PLACE + 1;
  for (const last of BANDS) {
    if (place <= last) return { place: first, placeUpTo: last };
    first = last + 1;
  }
  return { place: first };
}
