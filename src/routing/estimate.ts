/** What is known of a queue when somebody asks how long. */
export interface QueuePace {
  /** From 1. */
  place: number;
  /** Agents of the team who take new work. */
  online: number;
  /** Free units among these. */
  room: number;
  /** Tickets that the team took on within the last hour. */
  assigned: number;
}

const AT_ONCE_SECONDS = 15;
const USUAL_MINUTES_PER_TICKET = 6;
const FEWEST_FOR_A_PACE = 4;
const LONGEST_SECONDS = 4 * 3_600;

/**
 * A plain, honest estimate in seconds: at once while there is room; else the place times the pace of the last hour, or
 * the usual time while the hour says too little. Rounded up to whole half minutes, four hours at most.
 */
export function expectedWaitSeconds({ place, online, room, assigned }: QueuePace): number {
  if (online > 0 && place <= room) return AT_ONCE_SECONDS;
  const usual = (USUAL_MINUTES_PER_TICKET * 60) / Math.max(1, online);
  const gap = assigned >= FEWEST_FOR_A_PACE ? 3_600 / assigned : usual;
  return Math.min(LONGEST_SECONDS, Math.max(30, Math.ceil(((place - Math.max(0, room)) * gap) / 30) * 30));
}
