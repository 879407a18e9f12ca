import { Injectable } from '@nestjs/common';
import { type CannedReplySettings, type CannedReplyView, REPLY_LIMITS } from '../../contract/index.js';
import type { StaffPrincipal } from '../../people/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { refuse } from '../../platform/errors/index.js';
import { CANNED_REPLIES, INSERT_CANNED_REPLY, UPDATE_CANNED_REPLY } from './canned-replies.sql.js';
import { type CannedReplyRow, columnsOf, presentReply, replySettings } from './canned-reply.presenter.js';
import { isTeam, mayKeep } from './kept.sql.js';
import { KeptAdmin, type KeptKind, NO_SUCH_TEAM, unknownIn } from './kept-admin.js';

const KIND: KeptKind<CannedReplyView, CannedReplySettings, CannedReplyRow> = {
  table: 'canned_replies',
  subject: 'canned_reply',
  most: REPLY_LIMITS.replies,
  tooMany: {
    'zh-CN': `最多 ${REPLY_LIMITS.replies} 条，请先归档不再用的。`,
    en: `There are ${REPLY_LIMITS.replies} already; archive one first.`,
  },
  select: CANNED_REPLIES,
  insert: INSERT_CANNED_REPLY,
  update: UPDATE_CANNED_REPLY,
  columns: columnsOf,
  settings: replySettings,
  present: presentReply,
};

@Injectable()
export class CannedReplyAdmin extends KeptAdmin<CannedReplyView, CannedReplySettings, CannedReplyRow> {
  constructor(database: Database, audit: Audit) {
    super(KIND, database, audit);
  }

  protected checkWords({ body }: CannedReplySettings): void {
    refuse(unknownIn(body, 'body'));
  }

  protected async checkPlace(
    tx: Transaction,
    by: StaffPrincipal,
    { teamId }: CannedReplySettings,
    before?: CannedReplySettings,
  ): Promise<void> {
    if (teamId === undefined || teamId === before?.teamId) return;
    if (!(await isTeam(tx, teamId)) || !mayKeep(by, teamId)) refuse([NO_SUCH_TEAM]);
  }
}
