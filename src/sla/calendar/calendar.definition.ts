export type { CalendarDefinition, SpecialDay, WorkingHours } from '../../contract/index.js';

export const MINUTES_OF_DAY = 1_440;
