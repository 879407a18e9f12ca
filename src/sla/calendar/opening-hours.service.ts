import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { RuleBook } from '../rule-book.service.js';

const FORESEEN_MILLISECONDS = 7 * 86_400_000;

/** Whether a team works now, by its calendars; around the clock when it has none. */
@Injectable()
export class OpeningHours {
  constructor(
    private readonly database: Database,
    private readonly rules: RuleBook,
  ) {}

  /**
   * `opensAt`: of a closed one, when it works next; absent when no calendar of its foresees that. `closesAt`: of an open one, when
   * it stops working; absent when that is more than a week ahead.
   */
  async of(teamId: string): Promise<{ isOpen: boolean; opensAt?: Date; closesAt?: Date }> {
    const { calendars, readAt } = await this.rules.current(this.database, teamId);
    await this.rules.learn(this.database, { policies: [], ladders: [], calendars });
    const horizon = readAt.getTime() + FORESEEN_MILLISECONDS;
    let closesAt: Date | undefined;
    for (const { from, to } of this.rules.calendar(calendars)(readAt)) {
      if (to <= readAt) continue;
      if (!closesAt && from > readAt) return { isOpen: false, opensAt: from };
      // What begins where another ends is one stretch of work.
      if (closesAt && from > closesAt) break;
      closesAt = to;
      if (to.getTime() > horizon) return { isOpen: true };
    }
    return closesAt ? { isOpen: true, closesAt } : { isOpen: false };
  }
}
