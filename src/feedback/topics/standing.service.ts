import { Injectable } from '@nestjs/common';
import { FEEDBACK_ANSWERED, FEEDBACK_MOVES, type FeedbackStatus, type LocalizedText } from '../../contract/index.js';
import type { StaffPrincipal } from '../../people/index.js';
import { Database } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { insistMay } from '../permissions.js';
import { Tellings } from '../telling/tellings.service.js';
import { FeedbackHistory } from './history.service.js';
import { TopicLocks } from './topic-locks.service.js';

export interface NewStanding {
  version: number;
  status: FeedbackStatus;
  /** What customers read; stays as it was when left out. */
  answer?: LocalizedText;
  /** For colleagues. */
  reason?: string;
  /** How many people are to be told, as whoever decided saw it; absent: nobody. */
  tell?: number;
}

/** What becomes of a topic, and whether all customers see it. */
@Injectable()
export class Standing {
  constructor(
    private readonly database: Database,
    private readonly locks: TopicLocks,
    private readonly history: FeedbackHistory,
    private readonly tellings: Tellings,
  ) {}

  /**
   * @throws DeskError `forbidden`, `not_found`, `illegal_transition`, `invalid_input` without the answer that it needs,
   * `conflict` also when others than so many would be told
   */
  async decide(by: StaffPrincipal, id: string, standing: NewStanding): Promise<void> {
    insistMay(by, 'decide');
    const { version, status, answer, reason, tell } = standing;
    await this.database.transaction(async (tx) => {
      const topic = await this.locks.lock(tx, id, version);
      if (status !== topic.status && !FEEDBACK_MOVES[topic.status].includes(status))
        throw new DeskError('illegal_transition');
      // The answer to one decision is none to the next.
      const kept = status === topic.status ? topic.answer : null;
      const said = answer ?? kept;
      if (!said && FEEDBACK_ANSWERED.includes(status))
        throw new DeskError('invalid_input', { errors: [{ path: 'answer', message: `${status} needs an answer` }] });
      await tx.query('UPDATE feedback_topics SET status = $2, answer = $3 WHERE id = $1', [id, status, said]);
      await this.locks.touch(tx, [id]);
      await this.history.record(tx, id, 'status', by.staffId, {
        from: topic.status,
        to: status,
        ...(reason && { reason }),
      });
      if (tell !== undefined) await this.tellings.hold(tx, by, { ...topic, status, answer: said }, tell);
    });
  }

  /** Tells people what stands already. @throws DeskError as above */
  async tell(by: StaffPrincipal, id: string, { version, people }: { version: number; people: number }): Promise<void> {
    await this.database.transaction(async (tx) => {
      const topic = await this.locks.lock(tx, id, version);
      await this.tellings.hold(tx, by, topic, people);
      await this.locks.touch(tx, [id]);
    });
  }

  /** @throws DeskError `forbidden`, `not_found`, `conflict`, `invalid_input` for a topic without a name */
  async show(by: StaffPrincipal, id: string, { version, public: wanted }: { version: number; public: boolean }) {
    insistMay(by, 'publish');
    await this.database.transaction(async (tx) => {
      const topic = await this.locks.lock(tx, id, version);
      if (topic.isPublic === wanted) return;
      if (wanted && !topic.title)
        throw new DeskError('invalid_input', { errors: [{ path: 'public', message: 'name it first' }] });
      await tx.query('UPDATE feedback_topics SET public_at = CASE WHEN $2 THEN desk_now() END WHERE id = $1', [
        id,
        wanted,
      ]);
      await this.locks.touch(tx, [id]);
      await this.history.record(tx, id, 'public', by.staffId, { public: wanted });
    });
  }
}
