export type { CalendarDefinition, SpecialDay, WorkingHours } from '../../contract/index.js';
