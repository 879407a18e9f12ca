import type {
  AuthorKind,
  ClockKind,
  Nature,
  Priority,
  RungTime,
  ShopTier,
  TicketStatus,
} from '../../../contract/index.js';
import { firstName } from '../../../people/index.js';
import { guessNature } from '../../../tickets/index.js';
import { CaseClocks } from './case-clocks.js';
import type { Dice } from './dice.js';
import type { Colleague, DeskTeam, Sorting, Story } from './story.js';
import { staffOf, type Thread } from './thread.js';

export interface TimelineRow {
  id: string;
  ticket_id: string;
  kind: string;
  actor_kind: AuthorKind;
  actor_id: string | null;
  data: Record<string, unknown>;
  public_data: Record<string, unknown>;
  customer_visible: boolean;
  created_at: Date;
}

export interface RoutedRow {
  id: string;
  ticket_id: string;
  team_id: string;
  staff_id: string;
  enqueued_at: Date;
  assigned_at: Date;
  stage: 'team';
  /** What the timeline says of it. */
  says: Record<string, unknown>;
}

/** What the house knows of a sub-category. */
export interface SortedAs {
  priority: Priority;
  nature: string;
}

/** A ticket in somebody's hands counts for one. */
export interface HeldChange {
  at: Date;
  staffId: string;
  change: 1 | -1;
  /** The timeline line that tells how much they held then. */
  says?: Record<string, unknown>;
}

type Actor = { kind: AuthorKind; id: string | null };

const SYSTEM: Actor = { kind: 'system', id: null };
const DONE: readonly TicketStatus[] = ['resolved', 'closed', 'cancelled'];
/** As the trigger of `agent_profiles` counts. */
const HOLDING: readonly TicketStatus[] = ['open', 'pending'];
const ENDED: readonly TicketStatus[] = ['closed', 'cancelled'];
/** As `tickets/timeline.service.ts` has it. */
const PUBLIC_KEYS = ['team', 'name', 'from', 'to', 'score', 'solved', 'way'];
const SUBJECT_LENGTH = 80;

/** A ticket and its timeline, as the verbs of tickets, routing and sla would have written them. */
export class Case {
  readonly id: string;
  readonly timeline: TimelineRow[] = [];
  readonly routed: RoutedRow[] = [];
  readonly held: HeldChange[] = [];
  readonly clocks: CaseClocks;
  readonly tier: ShopTier;
  readonly subject: string;
  /** By the words of the first message, until somebody sorts it. */
  readonly guessedNature: Nature | null;
  status: TicketStatus = 'new';
  priority: Priority = 'P2';
  assignee: Colleague | null = null;
  sorted: (Sorting & { nature: string }) | null = null;
  version = 1;
  resolvedAt: Date | null = null;
  closedAt: Date | null = null;
  reopenedAt: Date | null = null;
  lastActivityAt: Date;
  enqueuedAt: Date;
  escalatedAt: Date | null = null;
  rating: { score: number; solved: boolean; comment: string; at: Date } | null = null;
  /** How far the thread had got at the last change of status. */
  settledSeq = 0;

  constructor(
    readonly number: string,
    readonly thread: Thread,
    readonly openedAt: Date,
    public team: DeskTeam,
    private readonly dice: Dice,
  ) {
    this.id = dice.id(openedAt);
    this.lastActivityAt = openedAt;
    this.enqueuedAt = openedAt;
    this.tier = this.story.customer.shop?.tier ?? 'standard';
    const said = thread.entries.find(({ author_kind }) => author_kind === 'customer')?.body ?? '';
    this.subject = cut(said);
    this.guessedNature = guessNature(said)?.nature ?? null;
    this.clocks = new CaseClocks(this, dice);
    thread.handOver(openedAt);
    thread.line(openedAt, { type: 'ticket_opened', number });
    this.record(openedAt, 'opened', this.customer, { reason: 'person_requested', way: 'asked' }, true);
    this.settledSeq = thread.seq;
    this.clocks.follow(openedAt);
  }

  get story(): Story {
    return this.thread.story;
  }

  get waits(): boolean {
    return this.assignee === null && (this.status === 'new' || this.status === 'open');
  }

  /** The customer has written: what was ended goes on. */
  hear(at: Date): void {
    this.lastActivityAt = at;
    if (this.status === 'pending' || DONE.includes(this.status)) this.move(at, 'open', this.customer, 'customer_wrote');
    else this.clocks.follow(at);
  }

  answered(at: Date): void {
    this.lastActivityAt = at;
    this.clocks.follow(at);
  }

  route(at: Date, to: Colleague, capacity: number): void {
    const room: Record<string, unknown> = { load: 1, capacity };
    const waited = Math.floor((at.getTime() - this.enqueuedAt.getTime()) / 1_000);
    this.assignee = to;
    this.status = this.status === 'new' ? 'open' : this.status;
    this.touch(at);
    this.thread.line(at, { type: 'agent_joined', name: firstName(to.name) });
    const fit = 1 + Number(this.story.locale === to.locale);
    const considered = 1 + (waited % 3);
    const reason = considered === 1 ? 'only_one' : fit > 1 ? 'skills' : 'balanced';
    Object.assign(room, { fit, waitedSeconds: waited, stage: 'team', considered, reason });
    this.record(at, 'routed', SYSTEM, room, false);
    const team = this.team.name;
    this.record(
      at,
      'assigned',
      SYSTEM,
      { team, because: 'routed', name: firstName(to.name), staffName: to.name },
      true,
    );
    this.held.push({ at, staffId: to.id, change: 1, says: room });
    const enqueued = { team_id: this.team.id, enqueued_at: this.enqueuedAt };
    this.routed.push({
      id: this.dice.id(at),
      ticket_id: this.id,
      staff_id: to.id,
      assigned_at: at,
      stage: 'team',
      says: room,
      ...enqueued,
    });
  }

  handOver(at: Date, by: Colleague, to: DeskTeam, note: string): void {
    this.thread.note(at, staffOf(by), note);
    this.letGo(at);
    this.team = to;
    this.assignee = null;
    if (this.status !== 'new') this.status = 'open';
    this.enqueuedAt = at;
    this.touch(at);
    this.thread.line(at, { type: 'handed_over', team: to.name });
    this.record(at, 'handed_over', staffActor(by), { team: to.name, because: 'handed_over' }, true);
    this.clocks.follow(at);
  }

  sort(at: Date, by: Colleague, as: Sorting, { priority, nature }: SortedAs): void {
    const before = {
      ...(this.story.category === as.category ? {} : { category: this.story.category }),
      subCategory: null,
      ...(nature === this.guessedNature ? {} : { nature: this.guessedNature }),
      ...(priority === this.priority ? {} : { priority: this.priority }),
      ...(Object.keys(as.form).length > 0 ? { form: {} } : {}),
    };
    const now = { category: as.category, subCategory: as.subCategory, nature, priority, form: as.form };
    const after = Object.fromEntries(Object.keys(before).map((key) => [key, now[key as keyof typeof now]]));
    const retimed = priority !== this.priority;
    this.sorted = { ...as, nature };
    this.priority = priority;
    this.version += 1;
    this.record(at, 'edited', staffActor(by), { before, after }, false);
    if (retimed) this.clocks.follow(at);
  }

  move(at: Date, to: TicketStatus, actor: Actor, because: string): void {
    const from = this.status;
    this.letGo(at);
    this.status = to;
    if (this.assignee && HOLDING.includes(to)) this.held.push({ at, staffId: this.assignee.id, change: 1 });
    if (to === 'resolved') this.resolvedAt = at;
    else if (!ENDED.includes(to)) this.resolvedAt = null;
    this.closedAt = ENDED.includes(to) ? at : null;
    if (to === 'open' && DONE.includes(from)) this.reopenedAt = at;
    this.touch(at);
    if (ENDED.includes(to)) this.thread.closedAt ??= at;
    else if (ENDED.includes(from)) this.thread.closedAt = null;
    if (DONE.includes(to) || DONE.includes(from)) this.thread.line(at, { type: 'ticket_status', status: to });
    if (to === 'resolved') this.thread.line(at, { type: 'rating_requested', number: this.number });
    this.settledSeq = this.thread.seq;
    this.record(at, 'status', actor, { from, to, because }, true);
    this.clocks.follow(at);
  }

  rate(at: Date, rating: { score: number; solved: boolean; comment: string }): void {
    const { score, solved, comment } = rating;
    this.rating = { ...rating, at };
    this.thread.line(at, { type: 'rated', score, solved });
    this.record(at, 'rated', this.customer, { score, solved, ...(comment && { comment }) }, true);
  }

  escalated(at: Date, clockKind: ClockKind, rung: number, when: RungTime): void {
    this.escalatedAt ??= at;
    this.record(at, 'escalated', SYSTEM, { clockKind, rung, at: when }, false);
  }

  record(at: Date, kind: string, actor: Actor, data: Record<string, unknown>, visible: boolean): void {
    this.timeline.push({
      id: this.dice.id(at),
      ticket_id: this.id,
      kind,
      actor_kind: actor.kind,
      actor_id: actor.id,
      data,
      public_data: visible
        ? Object.fromEntries(PUBLIC_KEYS.filter((key) => Object.hasOwn(data, key)).map((key) => [key, data[key]]))
        : {},
      customer_visible: visible,
      created_at: at,
    });
  }

  get customer(): Actor {
    return { kind: 'customer', id: this.story.customer.id };
  }

  private letGo(at: Date): void {
    if (this.assignee && HOLDING.includes(this.status)) this.held.push({ at, staffId: this.assignee.id, change: -1 });
  }

  private touch(at: Date): void {
    this.version += 1;
    this.lastActivityAt = at;
  }
}

export const staffActor = ({ id }: Colleague): Actor => ({ kind: 'staff', id });

function cut(text: string): string {
  const said = [...text.replace(/\s+/g, ' ').trim()];
  return said.length <= SUBJECT_LENGTH ? said.join('') : `${said.slice(0, SUBJECT_LENGTH - 1).join('')}…`;
}
