import {
  type CalendarDefinition,
  type CalendarView,
  calendarProblems,
  type LocalizedText,
  type SlaProblem,
  type SpecialDay,
  type WorkingHours,
} from '../../../../../contract/index.js';

export const WEEK = [0, 1, 2, 3, 4, 5, 6] as const;
export type DayKey = `week.${(typeof WEEK)[number]}`;

/** Each day by itself, so that two editors are compared day by day. */
export type CalendarDraft = {
  name: LocalizedText;
  zone: string;
  specialDays: readonly SpecialDay[];
  teamIds: string[];
} & {
  [day in DayKey]: readonly WorkingHours[];
};

/** A definition as it is sent: with arrays of its own. */
export interface SentDefinition extends CalendarDefinition {
  week: WorkingHours[][];
  specialDays: { date: string; name: string; hours: WorkingHours[] }[];
}

export interface CalendarFields {
  name: LocalizedText;
  definition: SentDefinition;
  teamIds: string[];
}

const OFFICE: WorkingHours[] = [{ from: 540, to: 1_080 }];
const WHOLE: WorkingHours[] = [{ from: 0, to: 1_440 }];

/** Weeks that one may begin with. */
export const WEEK_PRESETS = {
  office: [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, [], []],
  daily: [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, OFFICE],
  always: [WHOLE, WHOLE, WHOLE, WHOLE, WHOLE, WHOLE, WHOLE],
} as const satisfies Record<string, readonly WorkingHours[][]>;
export type WeekPreset = keyof typeof WEEK_PRESETS;

export function withWeek(week: CalendarDefinition['week']): Record<DayKey, readonly WorkingHours[]> {
  return Object.fromEntries(WEEK.map((day) => [`week.${day}`, week[day] ?? []])) as Record<
    DayKey,
    readonly WorkingHours[]
  >;
}

export const weekOf = (draft: CalendarDraft): (readonly WorkingHours[])[] => WEEK.map((day) => draft[`week.${day}`]);

export const NEW_CALENDAR: CalendarDraft = {
  name: { 'zh-CN': '', en: '' },
  zone: 'Asia/Shanghai',
  specialDays: [],
  teamIds: [],
  ...withWeek(WEEK_PRESETS.office),
};

export const draftOf = ({ version, name, definition, teamIds }: CalendarView) => ({
  version,
  draft: {
    name,
    zone: definition.zone,
    specialDays: definition.specialDays,
    teamIds: [...teamIds].sort(),
    ...withWeek(definition.week),
  } satisfies CalendarDraft as CalendarDraft,
});

/** The places that `calendarProblems` names are those of the draft. */
export const definitionOf = (draft: CalendarDraft): SentDefinition => ({
  zone: draft.zone,
  week: weekOf(draft).map((hours) => [...hours]),
  specialDays: draft.specialDays.map(({ date, name, hours }) => ({ date, name: name.trim(), hours: [...hours] })),
});

const NAMELESS: Omit<SlaProblem, 'path'> = {
  code: 'nameless',
  fix: { 'zh-CN': '请写明这一天是什么日子', en: 'say what day this is' },
};

/** What is wrong with it, at the fields of the definition. */
export const problemsOf = (draft: CalendarDraft): SlaProblem[] => [
  ...calendarProblems(definitionOf(draft)),
  ...draft.specialDays.flatMap(({ name }, place) =>
    name.trim() === '' ? [{ ...NAMELESS, path: `specialDays.${place}.name` }] : [],
  ),
];

/** What is sent: without the spaces that slip in. */
export const fieldsOf = (draft: CalendarDraft): CalendarFields => ({
  name: { 'zh-CN': draft.name['zh-CN'].trim(), en: draft.name.en.trim() },
  definition: definitionOf(draft),
  teamIds: draft.teamIds,
});

export const hasNames = ({ name }: CalendarDraft): boolean => name['zh-CN'].trim() !== '' && name.en.trim() !== '';

export const inOrder = (days: readonly SpecialDay[]): SpecialDay[] =>
  days.toSorted((a, b) => (a.date < b.date ? -1 : 1));

/** Takes days in; what is there for the same date makes way. */
export function mergeDays(days: readonly SpecialDay[], taken: readonly SpecialDay[]): SpecialDay[] {
  const dates = new Set(taken.map(({ date }) => date));
  return inOrder([...days.filter(({ date }) => !dates.has(date)), ...taken]);
}

/** Days that differ between two lists, by date. */
export function differingDays(mine: readonly SpecialDay[], theirs: readonly SpecialDay[]): SpecialDay[] {
  const known = new Set(theirs.map((day) => JSON.stringify(day)));
  return mine.filter((day) => !known.has(JSON.stringify(day)));
}

/** The years in which there are days, with the given one among them. */
export const yearsOf = (days: readonly SpecialDay[], thisYear: string): string[] =>
  [...new Set([thisYear, ...days.map(({ date }) => date.slice(0, 4))])].sort();
