const FIRST_SECONDS = 30;
const LONGEST_SECONDS = 3_600;

/** How long to wait before the next try: half a minute, twice as long each time, an hour at most. Seconds. */
export function backOffSeconds(tries: number): number {
  return Math.min(FIRST_SECONDS * 2 ** Math.max(0, tries - 1), LONGEST_SECONDS);
}
