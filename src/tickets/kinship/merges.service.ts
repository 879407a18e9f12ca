import { Injectable } from '@nestjs/common';
import type { Locale } from '../../contract/index.js';
import { Entries, SYSTEM } from '../../conversations/index.js';
import type { StaffPrincipal } from '../../people/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { can } from '../access.service.js';
import { Notes } from '../notes.service.js';
import { principalsOf, Sight } from '../sight.service.js';
import { type TicketActor, TicketMerged, ticketKey } from '../ticket.events.js';
import { factsOf, type TicketRecord } from '../ticket.record.js';
import { TicketLocks } from '../ticket-locks.service.js';
import { parseNumber } from '../ticket-number.js';
import { Timeline } from '../timeline.service.js';
import { ACTIVE_STATUSES } from '../transitions.data.js';
import { KIN_WORDS } from './kin-words.js';
import {
  COMPRESS,
  END_SOURCE,
  ENRICH_TARGET,
  KEEP_SHARED_LINES,
  MOVE_LINKS,
  MOVE_PARTS,
  MOVE_THREADS,
  MOVE_WATCHERS,
  NEWCOMERS,
} from './merges.sql.js';
import { SHARED_LINES } from './own-case.sql.js';

export interface Merge {
  /** Number of the case that goes on. */
  into: string;
  /** For colleagues. */
  note?: string;
  /** Of the source, as it was seen. */
  version?: number;
}

interface Promised {
  promisedAt: Date | null;
  basis: string | null;
}
type Newcomer = { conversationId: string; locale: Locale; knowsTarget: boolean };

/** One case becomes part of another: its conversations go there, and both numbers lead to it from then on. */
@Injectable()
export class Merges {
  constructor(
    private readonly database: Database,
    private readonly locks: TicketLocks,
    private readonly sight: Sight,
    private readonly entries: Entries,
    private readonly notes: Notes,
    private readonly timeline: Timeline,
    private readonly outbox: Outbox,
  ) {}

  /**
   * It cannot be undone; a conversation is taken out again by a split.
   * @returns the number of the case that goes on
   * @throws DeskError `not_found`, `forbidden` unless both are theirs to work on, `conflict` when one of the two was changed or
   * merged meanwhile, `merge_itself`, `merge_ended`, `merge_internal`, `merge_other_site`
   */
  async merge(staff: StaffPrincipal, number: string, { into, note, version }: Merge): Promise<string> {
    return await this.database.transaction(async (tx) => {
      const [sourceId, targetId] = await this.idsOf(tx, number, into);
      if (sourceId === targetId) throw new DeskError('merge_itself');
      const [source, target] = await this.locks.lockAll(tx, [sourceId, targetId] as const);
      for (const ticket of [source, target]) if (!can(staff, ticket, 'work')) throw new DeskError('forbidden');
      if (source.mergedInto || target.mergedInto) throw new DeskError('conflict', MERGED_MEANWHILE);
      if (version !== undefined && source.version !== version) throw new DeskError('conflict');
      insistOnFit(source, target);
      const actor = { kind: 'staff' as const, id: staff.staffId };
      if (note) await this.notes.add(tx, source, actor, note);
      await this.carryOut(tx, source, target, actor);
      return target.number;
    });
  }

  /** The target may be named by a number that leads to it; a source that was merged has nothing left to merge. */
  private async idsOf(tx: Transaction, number: string, into: string): Promise<[string, string]> {
    const rows = await tx.query<{ id: string; number: string; mergedInto: string | null }>(
      'SELECT id, number, merged_into AS "mergedInto" FROM tickets WHERE number = ANY($1)',
      [[parseNumber(number) ?? '', parseNumber(into) ?? '']],
    );
    const source = rows.find((row) => row.number === parseNumber(number));
    const target = rows.find((row) => row.number === parseNumber(into));
    if (!source) throw new DeskError('not_found');
    if (!target) throw new DeskError('invalid_input', { errors: [{ path: 'into', message: 'no such case' }] });
    const targetId = target.mergedInto ?? target.id;
    if (source.mergedInto || (targetId === source.id && target.id !== source.id))
      throw new DeskError('conflict', MERGED_MEANWHILE);
    return [source.id, targetId];
  }

  private async carryOut(
    tx: Transaction,
    source: TicketRecord,
    target: TicketRecord,
    actor: TicketActor,
  ): Promise<void> {
    const both = [source.id, target.id];
    const newcomers = await tx.query<Newcomer>(NEWCOMERS, both);
    const promised = await this.promiseOf(tx, source, target, newcomers);
    const heir = source.assigneeId === target.assigneeId ? null : source.assigneeId;
    // In this order: what is moved is looked for on the source.
    await Promise.all([
      tx.query(KEEP_SHARED_LINES(SHARED_LINES), [source.id]),
      tx.query(COMPRESS, both),
      tx.query(MOVE_PARTS, both),
      tx.query(MOVE_WATCHERS, [...both, heir]),
      tx.query(MOVE_LINKS, [...both, actor.id]),
      tx.query(ENRICH_TARGET, [...both, promised.promisedAt, promised.basis]),
      tx.query(MOVE_THREADS, both),
      tx.query(END_SOURCE, both),
    ]);
    const [sourceNow, targetNow] = await this.locks.lockAll(tx, [source.id, target.id] as const);
    const withdrawnFrom = await this.sight.write(tx, targetNow);
    await this.tell(tx, source, target, newcomers, actor);
    const said = {
      sourceId: source.id,
      sourceNumber: source.number,
      targetId: target.id,
      targetNumber: target.number,
      actor,
    };
    await this.outbox.add(
      tx,
      TicketMerged(ticketKey(source.id), { ...factsOf(sourceNow), ...said, withdrawnFrom: principalsOf(source) }),
      TicketMerged(ticketKey(target.id), { ...factsOf(targetNow), ...said, withdrawnFrom }),
    );
  }

  /**
   * A date that was given to either customer is kept: the earlier one stands. Its words go along only where they were given to
   * the very customer who reads them on.
   */
  private async promiseOf(
    tx: Transaction,
    source: TicketRecord,
    target: TicketRecord,
    newcomers: readonly Newcomer[],
  ): Promise<Promised> {
    const rows = await tx.query<Promised & { id: string }>(
      'SELECT id, promised_at AS "promisedAt", promise_basis AS basis FROM tickets WHERE id = ANY($1::uuid[])',
      [[source.id, target.id]],
    );
    const [theirs, ours] = [source, target].map(({ id }) => rows.find((row) => row.id === id));
    const standing = { promisedAt: ours?.promisedAt ?? null, basis: ours?.basis ?? null };
    if (!theirs?.promisedAt || (standing.promisedAt && standing.promisedAt <= theirs.promisedAt)) return standing;
    const basis = newcomers.every(({ knowsTarget }) => knowsTarget) ? theirs.basis : null;
    await this.timeline.record(tx, target.id, {
      kind: 'promised',
      actor: { kind: 'system', id: null },
      data: { promisedAt: theirs.promisedAt.toISOString(), basis: theirs.basis, of: source.number },
      customerVisible: false,
    });
    return { promisedAt: theirs.promisedAt, basis };
  }

  /** A line on both timelines, and one calm line in each thread that came; to who was there before, nothing has changed. */
  private async tell(
    tx: Transaction,
    source: TicketRecord,
    target: TicketRecord,
    newcomers: readonly Newcomer[],
    actor: TicketActor,
  ): Promise<void> {
    const known = newcomers.length > 0 && newcomers.every(({ knowsTarget }) => knowsTarget);
    const line = { kind: 'merged', actor };
    for (const { conversationId, locale, knowsTarget } of newcomers) {
      const into = knowsTarget ? target.number : undefined;
      const data = { type: 'ticket_merged' as const, ...(into && { into }) };
      const body = KIN_WORDS[locale].merged(into);
      await this.entries.add(tx, { conversationId, kind: 'system', author: SYSTEM, body, data });
    }
    await this.timeline.recordAll(tx, [
      {
        ...line,
        ticketId: source.id,
        data: { number: target.number, ...(known && { into: target.number }) },
        customerVisible: true,
      },
      { ...line, ticketId: target.id, data: { from: source.number }, customerVisible: false },
    ]);
  }
}

/** @throws DeskError the reason why these two cannot become one */
function insistOnFit(source: TicketRecord, target: TicketRecord): void {
  if (source.internal || target.internal) throw new DeskError('merge_internal');
  if (source.siteId !== target.siteId) throw new DeskError('merge_other_site');
  const underWay = ({ status }: TicketRecord) => ACTIVE_STATUSES.some((active) => active === status);
  if (!underWay(target) || !(underWay(source) || source.status === 'resolved')) throw new DeskError('merge_ended');
}

const MERGED_MEANWHILE = {
  detail: {
    'zh-CN': '其中一个工单刚刚被合并了，请刷新后再看。',
    en: 'One of the two has just been merged; reload to see where it went.',
  },
};
