import { Injectable } from '@nestjs/common';
import {
  type CalendarDefinition,
  CLOCK_KINDS,
  type PolicyTargets,
  PRIORITIES,
  SHOP_TIERS,
  type SlaProblem,
} from '../../contract/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Transaction } from '../../platform/db/index.js';
import { dueAt } from '../deadline.js';
import { effectiveCell } from '../policy/effective.js';
import { workingTime } from './working-time.js';

const ASSIGNED = `
  SELECT DISTINCT ON (c.id) c.name ->> 'zh-CN' AS name, v.definition FROM calendars c
  JOIN calendar_versions v ON v.calendar_id = c.id
  WHERE c.archived_at IS NULL AND EXISTS (SELECT FROM team_calendars tc WHERE tc.calendar_id = c.id)
  ORDER BY c.id, v.version DESC`;

interface LongTarget {
  path: string;
  seconds: number;
}

/** Whether targets can ever be due by the hours that people work: a calendar of an hour a week has no year of working time. */
@Injectable()
export class CalendarReach {
  constructor(private readonly clock: Clock) {}

  /** Of new targets, by every calendar that a team works by. */
  async problemsOf(tx: Transaction, targets: PolicyTargets): Promise<SlaProblem[]> {
    const longest = longestOf(targets);
    const rows = await tx.query<{ name: string; definition: CalendarDefinition }>(ASSIGNED, []);
    const short = rows.find(({ definition }) => !this.reaches(definition, longest.seconds));
    if (!short) return [];
    return [
      {
        path: longest.path,
        code: 'never_due',
        fix: {
          'zh-CN': `按日历“${short.name}”五年内都不会到期，请缩短目标或增加工作时间`,
          en: `by the calendar “${short.name}” it would not be due within five years; shorten it, or let people work more`,
        },
      },
    ];
  }

  /** Of a new calendar, by the targets that there are. */
  async problemsBy(tx: Transaction, definition: CalendarDefinition): Promise<SlaProblem[]> {
    const policy = await tx.one<{ targets: PolicyTargets }>(
      'SELECT targets FROM policy_versions ORDER BY version DESC LIMIT 1',
    );
    const longest = longestOf(policy?.targets ?? {});
    if (this.reaches(definition, longest.seconds)) return [];
    return [
      {
        path: 'definition.week',
        code: 'too_little_time',
        fix: {
          'zh-CN': '工作时间太少，现有的时效目标五年内都不会到期，请增加工作时间',
          en: 'too little working time for the targets there are: they would not be due within five years; add hours',
        },
      },
    ];
  }

  private reaches(definition: CalendarDefinition, seconds: number): boolean {
    try {
      dueAt(this.clock.now(), seconds, workingTime(definition));
      return true;
    } catch (error) {
      if (error instanceof RangeError) return false;
      throw error;
    }
  }
}

/** P0 is left out: it runs around the clock. */
function longestOf(targets: PolicyTargets): LongTarget {
  let longest: LongTarget = { path: 'targets', seconds: 1 };
  for (const tier of SHOP_TIERS)
    for (const priority of PRIORITIES) {
      if (priority === 'P0') continue;
      const { asynchronous } = effectiveCell(targets, tier, priority);
      for (const kind of CLOCK_KINDS) {
        const seconds = asynchronous[kind] ?? 0;
        if (seconds > longest.seconds) longest = { path: `targets.${tier}.${priority}.asynchronous.${kind}`, seconds };
      }
    }
  return longest;
}
