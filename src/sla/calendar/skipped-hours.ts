import type { CalendarDefinition, SlaProblem } from '../../contract/index.js';
import { MINUTES_OF_DAY } from './calendar.definition.js';
import { workingTime } from './working-time.js';

const DAY = 86_400_000;

/** Hours of a special day that lie wholly in an hour which the clocks of the zone skip on that day: nobody could work them. */
export function skippedHours({ zone, specialDays }: CalendarDefinition): SlaProblem[] {
  return specialDays.flatMap(({ date, name, hours }, place) =>
    hours.flatMap((stretch, index) => {
      if (stretch.to - stretch.from >= MINUTES_OF_DAY) return [];
      const alone = { zone, week: Array(7).fill([]), specialDays: [{ date, name, hours: [stretch] }] };
      const begin = Date.parse(`${date}T00:00:00Z`) - DAY;
      for (const span of workingTime(alone)(new Date(begin))) {
        if (span.from.getTime() > begin + 4 * DAY) break;
        return [];
      }
      return [
        {
          path: `specialDays.${place}.hours.${index}`,
          code: 'hours_skipped',
          fix: {
            'zh-CN': '这一天因夏令时切换没有这段时间，请改用其他时间',
            en: 'the clocks skip these hours on that day; choose others',
          },
        },
      ];
    }),
  );
}
