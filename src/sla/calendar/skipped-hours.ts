import type { CalendarDefinition, SlaProblem } from '../../contract/index.js';
import { offsetSpans } from './zone-offset.js';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Hours of a special day that lie wholly in an hour which the clocks of the zone skip on that day: nobody could work them. */
export function skippedHours({ zone, specialDays }: CalendarDefinition): SlaProblem[] {
  return specialDays.flatMap(({ date, hours }, place) => {
    const day = Date.parse(`${date}T00:00:00Z`);
    // What clocks on the wall show around that day, written as if it were UTC; hours may reach into the next day.
    const shown = [...offsetSpans(zone, day - DAY, day + 3 * DAY)].map(({ start, end, offset }) => ({
      from: start + offset,
      to: end + offset,
    }));
    const isShown = (from: number, to: number) => shown.some((span) => span.from < to && from < span.to);
    return hours.flatMap(({ from, to }, index) =>
      isShown(day + from * MINUTE, day + to * MINUTE)
        ? []
        : [
            {
              path: `specialDays.${place}.hours.${index}`,
              code: 'hours_skipped',
              fix: {
                'zh-CN': '这一天因夏令时切换没有这段时间，请改用其他时间',
                en: 'the clocks skip these hours on that day; choose others',
              },
            },
          ],
    );
  });
}
