import { Injectable } from '@nestjs/common';
import type { AgentToServer } from '../contract/index.js';
import {
  Conversations,
  Entries,
  EntryPresenter,
  staffAuthor,
  staffPrincipals,
  Typing,
} from '../conversations/index.js';
import { type StaffPrincipal, StaffSessions } from '../people/index.js';
import { Database } from '../platform/db/index.js';
import { Presences } from '../routing/index.js';
import type { HandlerTable } from './event-table.js';

type Sent = Parameters<AgentToServer['message.send']>[0];

/** What a console may ask by socket; each is one call to the room that knows. */
@Injectable()
export class AgentHandlers {
  constructor(
    private readonly conversations: Conversations,
    private readonly entries: Entries,
    private readonly presenter: EntryPresenter,
    private readonly typing: Typing,
    private readonly presences: Presences,
    private readonly sessions: StaffSessions,
    private readonly database: Database,
  ) {}

  readonly table: HandlerTable<AgentToServer, StaffPrincipal> = {
    'message.send': (staff, payload) => this.post(staff, 'message', payload),
    'note.add': (staff, payload) => this.post(staff, 'note', payload),
    'conversation.catch_up': async (staff, { conversationId, afterSeq }) => {
      const page = await this.conversations.catchUp('staff', staffPrincipals(staff), conversationId, afterSeq);
      const customerReadSeq = await this.conversations.customerReadSeq(conversationId);
      return { ...page, entries: page.entries.map((entry) => this.presenter.forStaff(entry)), customerReadSeq };
    },
    'conversation.read': async (staff, { conversationId, seq }) => {
      await this.conversations.markRead('staff', staffPrincipals(staff), conversationId, seq);
      return {};
    },
    typing: async (staff, { conversationId, isTyping }) => {
      await this.typing.tell(staffAuthor(staff), conversationId, isTyping);
      return {};
    },
    'presence.set': async (staff, { presence }) => {
      await this.presences.set(staff.staffId, presence);
      return { presence };
    },
    'time.ask': async () => ({ at: (await this.database.now()).toISOString() }),
  };

  /** A socket outlives its session by seconds; in these nothing is said any more. */
  private async post(staff: StaffPrincipal, kind: 'message' | 'note', payload: Sent) {
    await this.sessions.insist(staff);
    const entry = await this.entries.post(staffAuthor(staff), { ...payload, kind, channel: 'console' });
    return { entry: this.presenter.forStaff(entry) };
  }
}
