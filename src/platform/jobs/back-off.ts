const LONGEST_SECONDS = 3_600;

/** How long to wait before the next try: twice as long each time, an hour at most. @param tries so far @param first seconds */
export function backOffSeconds(tries: number, first = 30): number {
  return Math.min(first * 2 ** Math.max(0, tries - 1), LONGEST_SECONDS);
}
