/** A stretch of a working day in minutes after midnight on the wall clock; `to` is not part of it, above 1440 it is tomorrow. */
export interface WorkingHours {
  from: number;
  to: number;
}

/** A day that is not as its day of the week: a holiday, or one that is worked instead (调休). */
export interface SpecialDay {
  /** `YYYY-MM-DD`, in the zone of the calendar. */
  date: string;
  name: string;
  /** Empty: nobody works. */
  hours: readonly WorkingHours[];
}

/** When a team works. */
export interface CalendarDefinition {
  /** IANA name, e.g. `Asia/Shanghai`. */
  zone: string;
  /** Monday first. */
  week: readonly (readonly WorkingHours[])[];
  specialDays: readonly SpecialDay[];
}

export const MINUTES_OF_DAY = 1_440;
