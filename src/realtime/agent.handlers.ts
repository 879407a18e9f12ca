import { Injectable } from '@nestjs/common';
import { BotConversations } from '../bot/index.js';
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
import { Mentions } from '../tickets/index.js';
import type { HandlerTable } from './event-table.js';
import { Onlookers } from './onlookers.service.js';

type Message = Parameters<AgentToServer['message.send']>[0];
type Note = Parameters<AgentToServer['note.add']>[0];

/** Whose console asks, and by which socket. */
export type AgentContext = StaffPrincipal & { socketId: string };

/** What a console may ask by socket; each is one call to the room that knows. */
@Injectable()
export class AgentHandlers {
  constructor(
    private readonly conversations: Conversations,
    private readonly entries: Entries,
    private readonly botConversations: BotConversations,
    private readonly presenter: EntryPresenter,
    private readonly typing: Typing,
    private readonly onlookers: Onlookers,
    private readonly mentions: Mentions,
    private readonly presences: Presences,
    private readonly sessions: StaffSessions,
    private readonly database: Database,
  ) {}

  readonly table: HandlerTable<AgentToServer, AgentContext> = {
    'message.send': (staff, payload) => this.post(staff, 'message', payload),
    'note.add': (staff, payload) => this.note(staff, payload),
    'conversation.catch_up': async (staff, { conversationId, afterSeq }) => {
      const page = await this.conversations.catchUp('staff', staffPrincipals(staff), conversationId, afterSeq);
      const customerReadSeq = await this.conversations.customerReadSeq(conversationId);
      return { ...page, entries: page.entries.map((entry) => this.presenter.forStaff(entry)), customerReadSeq };
    },
    'bot_conversation.catch_up': async (_, { conversationId, afterSeq }) => {
      const page = await this.botConversations.catchUp(conversationId, afterSeq);
      const customerReadSeq = await this.conversations.customerReadSeq(conversationId);
      return { ...page, entries: page.entries.map((entry) => this.presenter.forStaff(entry)), customerReadSeq };
    },
    'conversation.read': async (staff, { conversationId, seq }) => {
      await this.conversations.markRead('staff', staffPrincipals(staff), conversationId, seq);
      return {};
    },
    typing: async (staff, { conversationId, isTyping }) => {
      await this.typing.tell(staffAuthor(staff), conversationId, isTyping);
      this.onlookers.typing(staff.socketId, isTyping);
      return {};
    },
    'conversation.attend': async (staff, { conversationId }) => ({
      onlookers: await this.onlookers.attend(staff, staff.socketId, conversationId),
    }),
    'presence.set': async (staff, { presence, pausedKinds }) => {
      await this.presences.set(staff.staffId, presence, pausedKinds);
      return { presence: await this.presences.of(staff.staffId) };
    },
    'time.ask': async () => ({ at: (await this.database.now()).toISOString() }),
  };

  /** A socket outlives its session by seconds; in these nothing is said any more. */
  private async post(staff: StaffPrincipal, kind: 'message' | 'note', payload: Message) {
    await this.sessions.insist(staff);
    const entry = await this.entries.post(staffAuthor(staff), { ...payload, kind, channel: 'console' });
    return { entry: this.presenter.forStaff(entry) };
  }

  private async note(staff: StaffPrincipal, { mentions = [], ...note }: Note) {
    if (mentions.length === 0) return await this.post(staff, 'note', note);
    await this.sessions.insist(staff);
    return { entry: this.presenter.forStaff(await this.mentions.note(staff, { ...note, mentions })) };
  }
}
