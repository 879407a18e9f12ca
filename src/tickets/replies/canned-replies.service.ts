import { Injectable } from '@nestjs/common';
import type { CannedReplySettings, CannedReplyView } from '../../contract/index.js';
import type { StaffPrincipal } from '../../people/index.js';
import { newId } from '../../platform/clock/index.js';
import { Database } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { CANNED_REPLIES, INSERT_CANNED_REPLY } from './canned-replies.sql.js';
import { type CannedReplyRow, columnsOf, presentReply } from './canned-reply.presenter.js';
import { BY_USE, FOR_READER, teamsOf } from './kept.sql.js';

/** Canned replies as those find them who answer customers. */
@Injectable()
export class CannedReplies {
  constructor(private readonly database: Database) {}

  async forReader(staff: StaffPrincipal): Promise<CannedReplyView[]> {
    const rows = await this.database.query<CannedReplyRow>(`${CANNED_REPLIES} WHERE ${FOR_READER} ${BY_USE}`, [
      teamsOf(staff),
    ]);
    return rows.map(presentReply);
  }

  /** The first ones of a desk that has none. */
  async seed(replies: readonly CannedReplySettings[]): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.query('LOCK TABLE canned_replies IN SHARE ROW EXCLUSIVE MODE');
      if (await tx.one('SELECT 1 FROM canned_replies LIMIT 1')) return;
      for (const reply of replies) await tx.query(INSERT_CANNED_REPLY, [newId(), ...columnsOf(reply)]);
    });
  }

  /** Counts that it was put into a reply. @throws DeskError `not_found` */
  async used(staff: StaffPrincipal, id: string): Promise<void> {
    const rows = await this.database.query(
      `UPDATE canned_replies c SET uses = least(uses + 1, 2147483646) WHERE id = $2 AND ${FOR_READER} RETURNING id`,
      [teamsOf(staff), id],
    );
    if (rows.length === 0) throw new DeskError('not_found');
  }
}
