import { randomUUID } from 'node:crypto';
import type {
  CategoryKey,
  CustomerConversationView,
  CustomerEntryView,
  ExpectedWait,
  Locale,
  SessionState,
  UploadedAttachment,
  WidgetToServer,
} from '../../../contract/index.js';
import type { Account, Sent } from '../ledger/ledger.js';
import { GaveUp, Line, noteRefusal } from '../wire/line.js';
import { around, type World } from '../world.js';
import { Inbox } from './inbox.js';
import { NOTE_MARK } from './texts.js';
import { ToldWait } from './told-wait.js';

/** A push may be lost; then a look into the thread heals it. The longer it takes, the rarer the looks. */
const HEAL_MILLISECONDS = 2_500;
const RAREST_HEAL_MILLISECONDS = 20_000;
/** Nobody waits longer than this when the desk is about to close. */
const ENDING_MILLISECONDS = 20_000;

/** One visit of one person at the widget. */
export class Customer {
  private readonly line: Line<WidgetToServer>;
  private readonly inbox = new Inbox<CustomerEntryView>((entry) => this.saw(entry));
  readonly toldWait = new ToldWait();
  /** Both go into the account, also what was seen before there is one. */
  private readonly leaks: string[] = [];
  private readonly foreign: string[] = [];
  /** Whose conversations these are: the browser's own, or those of the customer whom the host site vouches for. */
  private owner: string;
  private account: Account | undefined;
  private conversation: CustomerConversationView | undefined;

  constructor(
    private readonly world: World,
    readonly locale: Locale,
    private session: string | undefined,
  ) {
    const { url, site } = world.options;
    // Before it has said who it is, a browser that comes back is pushed what happens to its older conversations.
    this.owner = session ?? '';
    this.line = new Line(`${url}/widget`, world.meter, { auth: () => ({ site, session: this.session, locale }) });
    this.line.socket.on('entry.added', (push: { conversationId: string; entry: CustomerEntryView }) => {
      if (push.conversationId === this.conversation?.id) this.inbox.add(push.entry);
      else this.notMine(push.conversationId);
    });
    this.line.socket.on('conversation.changed', (push: { conversation: CustomerConversationView }) =>
      this.changed(push.conversation),
    );
    this.line.socket.on('queue.changed', (push: { conversationId: string; expectedWait?: ExpectedWait }) => {
      if (push.conversationId === this.conversation?.id) this.toldWait.hear(push.expectedWait);
    });
    this.line.socket.on('connect', () => this.inbox.wake());
  }

  get ticket(): CustomerConversationView['ticket'] {
    return this.conversation?.ticket;
  }

  /** @param signed in at the host site, and vouched for by its token */
  async arrive(signed?: { token: string; sub: string }): Promise<void> {
    const state = await this.line.ask('session.resume', {});
    this.owner = state.session;
    this.knows(state);
    if (!signed) return;
    this.owner = signed.sub;
    this.knows(await this.line.ask('identify', { token: signed.token }));
  }

  async start(category: CategoryKey): Promise<void> {
    const clientConversationId = randomUUID();
    const { conversation } = await this.line.ask('conversation.start', { clientConversationId, category });
    this.conversation = conversation;
    this.world.presence.join(conversation.id);
    this.account = Object.assign(this.world.ledger.begin(conversation.id, this.owner), {
      leaks: this.leaks,
      foreign: this.foreign,
    });
  }

  /** @param how `cut`: the line breaks while it is being sent; `hard`: without a goodbye */
  async say(body: string, how: { attachmentIds?: string[]; cut?: 'soft' | 'hard' } = {}): Promise<void> {
    const { id: conversationId } = this.open;
    const sent: Sent = { by: 'customer', kind: 'message', clientMessageId: randomUUID() };
    this.account?.sent.push(sent);
    const { attachmentIds, cut } = how;
    const payload = {
      conversationId,
      clientMessageId: sent.clientMessageId,
      body,
      ...(attachmentIds && { attachmentIds }),
    };
    if (cut) {
      this.world.meter.count('cut off');
      this.line.cutOffSending('message.send', payload, cut === 'hard');
    }
    const { entry } = await this.line.ask('message.send', payload).catch((error) => noteRefusal(error, sent));
    sent.acked = { id: entry.id, seq: entry.seq };
    this.inbox.add(entry);
    this.world.meter.count('messages');
  }

  async upload(name: string, content: Blob): Promise<string | undefined> {
    const form = new FormData();
    // The conversation must come before the file.
    form.append('conversationId', this.open.id);
    form.append('file', content, name);
    const http = this.world.http.with({ authorization: `Bearer ${this.session}` });
    const { status, body } = await http.ask<UploadedAttachment>('POST', '/widget/attachments', form);
    if (status !== 201) this.world.meter.error(`upload_${status}`);
    return body?.attachment?.id;
  }

  typing(isTyping: boolean): Promise<unknown> {
    return this.line.ask('typing', { conversationId: this.open.id, isTyping });
  }

  /** @returns the number under which the case can be looked up */
  async askForPerson(): Promise<void> {
    this.changed((await this.line.ask('person.request', { conversationId: this.open.id })).conversation);
    const { ticket } = this.open;
    if (!ticket || !this.account) return;
    this.account.number = ticket.number;
    this.world.cases.set(ticket.number, this.open.id);
    this.world.unsettled.add(ticket.number);
    this.world.lookUps.add({ number: ticket.number, code: ticket.lookupCode });
  }

  async rateAnswer(entryId: string, helped: boolean): Promise<void> {
    await this.line.ask('bot.rate', { conversationId: this.open.id, entryId, helped });
  }

  async confirm(score: number): Promise<void> {
    if (!this.ticket) return;
    await this.line.ask('ticket.confirm', { number: this.ticket.number, solved: true });
    await this.line.ask('ticket.rate', { number: this.ticket.number, score, solved: true });
  }

  async read(seq: number): Promise<void> {
    await this.line.ask('conversation.read', { conversationId: this.open.id, seq });
  }

  /** The public page, without any session. */
  async lookUp(): Promise<void> {
    if (!this.ticket || !this.account) return;
    const { number, lookupCode: factor } = this.ticket;
    const answer = await this.world.http.ask<{ number: string }>('POST', '/api/status/lookups', { number, factor });
    this.account.lookedUp = { number: answer.body?.number ?? '', found: answer.status === 200 };
  }

  /**
   * The first entry after a number that fits.
   * @param patience milliseconds
   * @returns undefined when it did not come in time
   */
  async await(
    afterSeq: number,
    fits: (entry: CustomerEntryView) => boolean,
    patience: number,
  ): Promise<CustomerEntryView | undefined> {
    const began = performance.now();
    for (let heal = HEAL_MILLISECONDS; ; heal = Math.min(heal * 2, RAREST_HEAL_MILLISECONDS)) {
      const found = this.inbox.find(afterSeq, fits);
      if (found) return found;
      const left =
        began + (this.world.isEnding() ? Math.min(patience, ENDING_MILLISECONDS) : patience) - performance.now();
      if (left <= 0) return undefined;
      await this.inbox.more(Math.min(left, heal));
      if (!this.inbox.find(afterSeq, fits)) await this.catchUp().catch(ignoreImpatience);
    }
  }

  has(afterSeq: number, fits: (entry: CustomerEntryView) => boolean): boolean {
    return this.inbox.find(afterSeq, fits) !== undefined;
  }

  /** Reads what it has not been pushed. */
  async catchUp(): Promise<void> {
    for (let more = true; more; ) {
      const page = await this.line.ask('conversation.catch_up', {
        conversationId: this.open.id,
        afterSeq: this.inbox.lastSeq,
      });
      for (const entry of page.entries) this.inbox.add(entry);
      this.changed(page.conversation);
      more = page.hasMore;
    }
  }

  /** Closes the page and opens it again. */
  async leaveAndReturn(): Promise<void> {
    this.world.meter.count('came back');
    this.line.socket.disconnect();
    await new Promise((resolve) => setTimeout(resolve, around(this.world.options.pause)));
    this.line.socket.connect();
    this.knows(await this.line.ask('session.resume', {}));
    await this.catchUp();
  }

  /** @param keeps whether this browser will come back some day */
  leave(keeps: boolean): void {
    this.line.close();
    if (keeps && this.session === this.owner) this.world.returning.add(this.owner);
    if (this.conversation) this.world.presence.leave(this.conversation.id);
  }

  private get open(): CustomerConversationView {
    if (!this.conversation) throw new Error('no conversation yet');
    return this.conversation;
  }

  private knows(state: SessionState): void {
    this.session = state.session;
    for (const { id } of state.conversations) this.notMine(id);
  }

  /** A conversation of the simulation that belongs to somebody else must not be shown here. */
  private notMine(conversationId: string): void {
    const owner = this.world.ledger.ownerOf(conversationId);
    if (owner !== undefined && owner !== this.owner) this.foreign.push(conversationId);
  }

  private changed(conversation: CustomerConversationView): void {
    if (conversation.preview.includes(NOTE_MARK)) this.leaks.push(conversation.preview);
    if (conversation.id === this.conversation?.id) {
      this.conversation = conversation;
      this.inbox.wake();
    } else this.notMine(conversation.id);
  }

  private saw(entry: CustomerEntryView): void {
    this.account?.seen.push([entry.seq, entry.id]);
    if (entry.body.includes(NOTE_MARK)) this.leaks.push(entry.body);
  }
}

function ignoreImpatience(error: unknown): void {
  if (!(error instanceof GaveUp)) throw error;
}
