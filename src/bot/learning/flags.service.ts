import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type {
  ArticleLink,
  BotFlagReason,
  BotFlagView,
  BotSettlementView,
  BotSettlingDeed,
  FlaggedAnswerView,
  Locale,
  Page,
} from '../../contract/index.js';
import { Grants, staffPrincipals } from '../../conversations/index.js';
import { maskQuery } from '../../help-center/index.js';
import type { StaffPrincipal } from '../../people/index.js';
import { Database } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { cursorOf, cursorTime, id } from '../../platform/http/index.js';
import {
  FLAGGABLE,
  FLAGGED_ANSWER,
  FLAGGED_ANSWERS,
  FLAGS_OF_CONVERSATION,
  LOCKED_FLAG,
  WITH_THE_BOT,
} from './flags.sql.js';
import type { SettlingDeed } from './learning.inputs.js';
import { Settlements } from './settlements.service.js';

const cursors = cursorOf(z.strictObject({ at: cursorTime, id }));

interface FlagRow {
  entryId: string;
  conversationId: string;
  reason: BotFlagReason;
  note: string;
  staffId: string;
  staffName: string;
  at: Date;
  settledAt: Date | null;
  settledBy: BotSettlingDeed | null;
  [column: string]: unknown;
}

interface FlaggedRow extends FlagRow {
  cursorAt: string;
  locale: Locale;
  question: string;
  answer: string;
  articles: ArticleLink[];
  generated: boolean;
  ticketNumber: string | null;
}

/** 标记答错: somebody of the staff says that an answer of the bot's is wrong, and somebody sees to it. */
@Injectable()
export class Flags {
  constructor(
    private readonly database: Database,
    private readonly grants: Grants,
    private readonly settlements: Settlements,
  ) {}

  /** Of a conversation that they may see. @throws DeskError `not_found` */
  async of(staff: StaffPrincipal, conversationId: string): Promise<{ items: BotFlagView[] }> {
    await this.requireSight(staff, conversationId, await this.database.one(WITH_THE_BOT, [conversationId]));
    const rows = await this.database.query<FlagRow>(FLAGS_OF_CONVERSATION, [conversationId]);
    return { items: rows.map(flagView) };
  }

  /**
   * The first who says so stands; saying it again oneself changes what one said, as long as nobody has seen to it.
   * @throws DeskError `not_found` for what is no answer, or not theirs to see; `conflict` when somebody else has said so
   */
  async flag(
    staff: StaffPrincipal,
    entryId: string,
    { reason, note }: { reason: BotFlagReason; note: string },
  ): Promise<BotFlagView> {
    const conversationId = await this.requireAnswer(staff, entryId);
    return this.database.transaction(async (tx) => {
      await tx.query(
        `INSERT INTO bot_flags AS f (entry_id, conversation_id, staff_id, reason, note) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (entry_id) DO UPDATE SET reason = excluded.reason, note = excluded.note
           WHERE f.staff_id = excluded.staff_id AND f.settled_at IS NULL`,
        [entryId, conversationId, staff.staffId, reason, note],
      );
      const row = await tx.one<FlagRow>(LOCKED_FLAG, [entryId]);
      if (!row || row.staffId !== staff.staffId || row.settledAt !== null) throw new DeskError('conflict');
      return flagView(row);
    });
  }

  /** One's own, or as a supervisor; what is not flagged stays so. @throws DeskError `not_found`, `forbidden`, `conflict` when it is settled */
  async unflag(staff: StaffPrincipal, entryId: string): Promise<void> {
    await this.requireAnswer(staff, entryId);
    await this.database.transaction(async (tx) => {
      const row = await tx.one<FlagRow>(LOCKED_FLAG, [entryId]);
      if (!row) return;
      if (row.settledAt !== null) throw new DeskError('conflict');
      if (row.staffId !== staff.staffId && staff.role === 'agent') throw new DeskError('forbidden');
      await tx.query('DELETE FROM bot_flags WHERE entry_id = $1', [entryId]);
    });
  }

  /** The newest first. */
  async list(
    staff: StaffPrincipal,
    settled: boolean,
    limit: number,
    cursor?: string,
  ): Promise<Page<FlaggedAnswerView>> {
    const after = cursor === undefined ? undefined : cursors.decode(cursor);
    const rows = await this.database.query<FlaggedRow>(FLAGGED_ANSWERS(settled), [
      after?.at ?? null,
      after?.id ?? null,
      limit + 1,
      staffPrincipals(staff),
    ]);
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return {
      items: rows.slice(0, limit).map(flaggedView),
      ...(last && { nextCursor: cursors.encode({ at: last.cursorAt, id: last.entryId }) }),
    };
  }

  /** A task is about the article that was shown, where there was one. @throws DeskError `not_found`, `conflict` when somebody else was first */
  async settle(staff: StaffPrincipal, entryId: string, deed: SettlingDeed): Promise<BotSettlementView> {
    await this.requireAnswer(staff, entryId);
    return this.settlements.settled(async (tx) => {
      const locked = await tx.one<FlagRow>(LOCKED_FLAG, [entryId]);
      if (!locked) throw new DeskError('not_found');
      if (locked.settledAt !== null) throw new DeskError('conflict');
      const { question, answer, locale, articles } = (await tx.one<FlaggedRow>(FLAGGED_ANSWER, [
        entryId,
      ])) as FlaggedRow;
      const about = { question: question || answer, locale, articleId: articles[0]?.articleId };
      const view = await this.settlements.carryOut(tx, staff, deed, about);
      await tx.query(
        `UPDATE bot_flags SET settled_at = desk_now(), settled_by = $2, settled_by_what = $3, task_id = $4 WHERE entry_id = $1`,
        [entryId, staff.staffId, view.by, view.taskId ?? null],
      );
      return view;
    });
  }

  /** @returns the conversation of an answer that they may see */
  private async requireAnswer(staff: StaffPrincipal, entryId: string): Promise<string> {
    const answer = await this.database.one<{ conversationId: string; isCase: boolean }>(FLAGGABLE, [entryId]);
    await this.requireSight(staff, answer?.conversationId ?? '', answer);
    return answer?.conversationId ?? '';
  }

  /** A case by its grants; what is no case may be read by anybody who works here. */
  private async requireSight(
    staff: StaffPrincipal,
    conversationId: string,
    found: { isCase?: boolean } | undefined,
  ): Promise<void> {
    if (!found) throw new DeskError('not_found');
    if (found.isCase) await this.grants.require(conversationId, staffPrincipals(staff));
  }
}

function flagView(row: FlagRow): BotFlagView {
  const { entryId, conversationId, reason, note, staffId, staffName, at, settledAt, settledBy } = row;
  return {
    entryId,
    conversationId,
    reason,
    note,
    by: { id: staffId, name: staffName },
    at: at.toISOString(),
    ...(settledAt && settledBy && { settled: { by: settledBy, at: settledAt.toISOString() } }),
  };
}

function flaggedView(row: FlaggedRow): FlaggedAnswerView {
  const { locale, question, answer, articles, generated, ticketNumber } = row;
  return {
    ...flagView(row),
    locale,
    question: maskQuery(question),
    answer,
    articles,
    generated,
    ...(ticketNumber !== null && { ticketNumber }),
  };
}
