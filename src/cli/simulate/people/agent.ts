import { randomUUID } from 'node:crypto';
import { setTimeout as rest } from 'node:timers/promises';
import type {
  AgentToServer,
  Page,
  Presence,
  StaffEntryView,
  StaffView,
  TeamView,
  TicketListItemView,
  TicketView,
} from '../../../contract/index.js';
import type { Sent } from '../ledger/ledger.js';
import { codeOf, type DeskHttp } from '../wire/desk-http.js';
import { Line, noteRefusal } from '../wire/line.js';
import { around, chance, type World } from '../world.js';
import { Inbox } from './inbox.js';
import { anyScript, type Script } from './texts.js';

const HEAL_MILLISECONDS = 3_000;
/** After so long without a word the case is settled. */
const QUIET_MILLISECONDS = 12_000;
const ENDING_MILLISECONDS = 1_500;
/** The customer's own acknowledgement may come a moment after ours. */
const NUMBER_MILLISECONDS = 400;
const LIST_MILLISECONDS = 4_000;

type Case = { number: string; conversationId: string; inbox: Inbox<StaffEntryView>; script: Script };

const asks = ({ author, kind }: StaffEntryView) => author.kind === 'customer' && kind === 'message';

/** Somebody at the console. Looks after the cases of the simulation and leaves all others alone. */
export class Agent {
  private readonly line: Line<AgentToServer>;
  private readonly cases = new Map<string, Case>();
  /** Numbers that were looked at and may belong to nobody here. */
  private readonly strange = new Set<string>();
  private timer: NodeJS.Timeout | undefined;

  private constructor(
    private readonly world: World,
    private readonly http: DeskHttp,
    readonly staff: StaffView,
    private readonly teams: readonly TeamView[],
    cookie: string,
  ) {
    this.line = new Line(`${world.options.url}/agent`, world.meter, { headers: { cookie } });
    const { socket } = this.line;
    socket.on('entry.added', ({ conversationId, entry }: { conversationId: string; entry: StaffEntryView }) =>
      this.inboxOf(conversationId)?.add(entry),
    );
    socket.on('ticket.assigned', ({ ticket }: { ticket: TicketListItemView }) => this.notice(ticket));
    socket.on('ticket.changed', ({ ticket }: { ticket: TicketListItemView }) => this.notice(ticket));
    socket.on('ticket.withdrawn', ({ number }: { number: string }) => this.letGo(this.world.cases.get(number)));
    socket.on('presence.changed', (push: { staffId: string; presence: Presence }) => {
      if (push.staffId === staff.id && push.presence !== 'online') void this.comeBack();
    });
    socket.on('connect', () => {
      for (const { inbox } of this.cases.values()) inbox.wake();
    });
  }

  /** @throws Error when the desk does not let them in */
  static async signIn(world: World, email: string, password: string): Promise<Agent> {
    const answer = await world.http.ask<{ staff: StaffView }>('POST', '/api/sessions', { email, password });
    if (answer.status !== 201 || !answer.body || !answer.cookie)
      throw new Error(`${email} cannot sign in: ${codeOf(answer)}`);
    const http = world.http.with({ cookie: answer.cookie });
    const teams = await http.get<{ items: TeamView[] }>('/api/teams');
    return new Agent(world, http, answer.body.staff, teams.body?.items ?? [], answer.cookie);
  }

  get busy(): boolean {
    return this.cases.size > 0;
  }

  async work(): Promise<void> {
    await this.line.ask('presence.set', { presence: 'online' });
    this.timer = setInterval(() => void this.lookAtList(), LIST_MILLISECONDS);
  }

  /** Cases that are not the simulation's stay unanswered: the desk takes that for somebody who is not there. */
  private async comeBack(): Promise<void> {
    if (!this.timer) return;
    this.world.meter.count('came back online');
    await this.line.ask('presence.set', { presence: 'online' }).catch(() => undefined);
  }

  async goHome(): Promise<void> {
    clearInterval(this.timer);
    this.timer = undefined;
    await this.line.ask('presence.set', { presence: 'offline' }, 5_000).catch(() => undefined);
    this.line.close();
    await this.http.ask('DELETE', '/api/sessions/current').catch(() => undefined);
  }

  private inboxOf(conversationId: string): Inbox<StaffEntryView> | undefined {
    for (const one of this.cases.values()) if (one.conversationId === conversationId) return one.inbox;
    return undefined;
  }

  /** A push may be lost, and who was cut off has missed some: the list says what is theirs. */
  private async lookAtList(): Promise<void> {
    const { body } = await this.http.get<Page<TicketListItemView>>('/api/tickets?list=mine&limit=100');
    for (const ticket of body?.items ?? []) this.notice(ticket);
  }

  private notice(ticket: TicketListItemView, first = true): void {
    const mine = ticket.assigneeId === this.staff.id;
    const conversationId = this.world.cases.get(ticket.number);
    if (!conversationId) {
      // Its customer may hear of the number a moment after us, or never, when they gave up before it came.
      if (mine && first) setTimeout(() => this.notice(ticket, false), NUMBER_MILLISECONDS).unref();
      else if (mine) void this.recognise(ticket);
      return;
    }
    if (!mine) this.letGo(conversationId);
    if (mine && ticket.status === 'open' && !this.cases.has(ticket.number))
      void this.handle(ticket.number, conversationId);
  }

  /** By its conversation, once: most cases that nobody knows are other people's. */
  private async recognise(ticket: TicketListItemView): Promise<void> {
    if (this.strange.has(ticket.number)) return;
    this.strange.add(ticket.number);
    const { body } = await this.http.get<TicketView>(`/api/tickets/${ticket.number}`);
    const known = body?.conversationIds?.find((id) => this.world.ledger.ownerOf(id) !== undefined);
    if (!known) return;
    this.world.cases.set(ticket.number, known);
    this.notice(ticket);
  }

  private async handle(number: string, conversationId: string): Promise<void> {
    const { ledger, meter, presence } = this.world;
    const one: Case = { number, conversationId, inbox: new Inbox(), script: anyScript('zh-CN') };
    this.cases.set(number, one);
    presence.join(conversationId);
    const account = ledger.find(conversationId);
    if (account && !account.heldBy.includes(this.staff.email)) account.heldBy.push(this.staff.email);
    try {
      await this.answer(one);
    } catch (error) {
      meter.error(`agent: ${(error as Error).message.slice(0, 60)}`);
    } finally {
      this.cases.delete(number);
      presence.leave(conversationId);
    }
  }

  private async answer(one: Case): Promise<void> {
    await this.catchUp(one);
    const turns = 1 + Math.floor(Math.random() * this.world.options.turns);
    const own = ({ author, kind }: StaffEntryView) => author.id === this.staff.id && kind === 'message';
    let answered = one.inbox.lastOf(own);
    for (let turn = 1; turn <= turns; turn += 1) {
      const question = await this.question(one, answered);
      if (!question) break;
      await rest(around(this.world.options.pause));
      if (turn === 1 && chance(0.1))
        await this.line.ask('typing', { conversationId: one.conversationId, isTyping: true });
      answered = await this.post(one, 'message.send', one.script.agentLine());
      if (turn > 1) continue;
      if (chance(0.2)) await this.post(one, 'note.add', one.script.note());
      if (chance(0.3)) await this.sort(one);
      if (chance(this.world.options.handOvers) && (await this.handOver(one))) return;
    }
    await rest(around(this.world.options.pause / 2));
    if (this.world.isEnding() || !chance(0.05)) return await this.transition(one, 'resolved');
    await this.transition(one, 'pending');
    // What came in between did not open it again: it is still for us to answer.
    await this.catchUp(one);
    if (one.inbox.find(answered, asks)) await this.answer(one);
  }

  /** The last that the customer said after a number; undefined when they have gone quiet. */
  private async question({ conversationId, inbox }: Case, after: number): Promise<StaffEntryView | undefined> {
    const began = performance.now();
    const patience = () => (this.world.isEnding() ? ENDING_MILLISECONDS : QUIET_MILLISECONDS);
    for (;;) {
      const found = inbox.find(after, asks);
      if (found || performance.now() - began > patience()) return found;
      await inbox.more(this.world.isEnding() ? ENDING_MILLISECONDS : HEAL_MILLISECONDS);
      if (!inbox.find(after, asks)) await this.catchUp({ conversationId, inbox });
    }
  }

  private async catchUp({ conversationId, inbox }: Pick<Case, 'conversationId' | 'inbox'>): Promise<void> {
    const page = await this.line.ask('conversation.catch_up', { conversationId, afterSeq: inbox.lastSeq });
    for (const entry of page.entries) inbox.add(entry);
  }

  /** @returns the number it was given */
  private async post(
    { conversationId, inbox }: Case,
    event: 'message.send' | 'note.add',
    body: string,
  ): Promise<number> {
    const kind = event === 'note.add' ? 'note' : 'message';
    const sent: Sent = { by: this.staff.email, kind, clientMessageId: randomUUID() };
    this.world.ledger.find(conversationId)?.sent.push(sent);
    const payload = { conversationId, clientMessageId: sent.clientMessageId, body };
    const { entry } = await this.line.ask(event, payload).catch((error) => noteRefusal(error, sent));
    sent.acked = { id: entry.id, seq: entry.seq };
    inbox.add(entry);
    this.world.meter.count(kind === 'note' ? 'notes' : 'messages');
    return entry.seq;
  }

  private async sort({ number, script }: Case): Promise<void> {
    const { body } = await this.http.get<TicketView>(`/api/tickets/${number}`);
    if (!body) return;
    const { category, subCategory } = script;
    const answer = await this.http.ask('PATCH', `/api/tickets/${number}`, {
      version: body.version,
      category,
      subCategory,
    });
    if (answer.status !== 200) this.world.meter.error(codeOf(answer));
  }

  private async handOver(one: Case): Promise<boolean> {
    const others = this.teams.filter(({ id }) => !this.staff.teamIds.includes(id));
    const team = others[Math.floor(Math.random() * others.length)];
    if (!team) return false;
    const body = { teamId: team.id, note: one.script.note() };
    const answer = await this.http.ask('POST', `/api/tickets/${one.number}/assignments`, body);
    if (answer.status === 201) this.world.meter.count('hand-overs');
    else this.world.meter.error(codeOf(answer));
    // Not ours to see any more: an earlier try, whose answer was lost, has handed it over.
    const gone = [201, 403, 404].includes(answer.status);
    if (gone) this.letGo(one.conversationId);
    return gone;
  }

  private letGo(conversationId: string | undefined): void {
    const account = conversationId ? this.world.ledger.find(conversationId) : undefined;
    if (account) account.heldBy = account.heldBy.filter((email) => email !== this.staff.email);
  }

  private async transition({ number }: Case, to: 'resolved' | 'pending'): Promise<void> {
    const answer = await this.http.ask('POST', `/api/tickets/${number}/transitions`, { to });
    if (answer.status !== 201) this.world.meter.error(codeOf(answer));
    // Refused: it is settled already, or somebody else's by now.
    if (to === 'resolved') this.world.unsettled.delete(number);
  }
}
