import { Injectable } from '@nestjs/common';
import { LIMITS, type MacroDeeds, type MacroRunView, type MacroView } from '../../contract/index.js';
import { Entries, staffAuthor } from '../../conversations/index.js';
import type { StaffPrincipal } from '../../people/index.js';
import type { Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Access, can } from '../access.service.js';
import { filled, tagsAfter } from '../bulk/bulk-deeds.service.js';
import { Categories } from '../categories/categories.service.js';
import { lenientForm } from '../categories/form-fill.js';
import { type Holder, Transfers } from '../console/transfers.service.js';
import { Edits, type TicketPatch } from '../edits.service.js';
import { Notes } from '../notes.service.js';
import { Repeats } from '../openings/repeats.service.js';
import { StatusChanges } from '../status-changes.service.js';
import type { TicketRecord } from '../ticket.record.js';
import { TicketLocks } from '../ticket-locks.service.js';
import { Timeline } from '../timeline.service.js';
import { Watchers } from '../watchers.service.js';
import { Macros } from './macros.service.js';
import { ReplyVariables } from './reply-variables.service.js';

const DAY = 86_400_000;

export interface MacroRun {
  requestId: string;
  macroId: string;
  macroVersion: number;
  /** Of the case, as whoever uses it saw it. */
  version: number;
  conversationId?: string;
  reply?: string;
}

interface Use {
  staff: StaffPrincipal;
  macro: MacroView;
  run: MacroRun;
  ticketId: string;
}

/** Carries macros out: all that one says, by the verbs that people use for each of it, or nothing. */
@Injectable()
export class MacroRuns {
  constructor(
    private readonly repeats: Repeats,
    private readonly macros: Macros,
    private readonly access: Access,
    private readonly locks: TicketLocks,
    private readonly categories: Categories,
    private readonly edits: Edits,
    private readonly notes: Notes,
    private readonly watchers: Watchers,
    private readonly transfers: Transfers,
    private readonly statuses: StatusChanges,
    private readonly entries: Entries,
    private readonly variables: ReplyVariables,
    private readonly timeline: Timeline,
  ) {}

  /**
   * The same `requestId` again does nothing more.
   * @throws DeskError `not_found`, `forbidden`, `conflict` when case or macro changed since they were read, `variables_unfilled`,
   * and whatever each of its deeds throws; nothing is changed then
   */
  async run(staff: StaffPrincipal, number: string, run: MacroRun): Promise<MacroRunView> {
    const request = { scope: `staff:${staff.staffId}`, key: run.requestId, body: { number, ...run } };
    return await this.repeats.once(request, async (tx) => {
      // The case is locked before the macro: whoever changes macros locks no case.
      const ticket = await this.access.lock(tx, staff, number, 'reply');
      const macro = await this.macros.take(tx, staff, run.macroId, run.macroVersion);
      if (isWork(macro.deeds) && !can(staff, ticket, 'work')) throw new DeskError('forbidden');
      if (ticket.version !== run.version) throw new DeskError('conflict');
      return await this.carryOut(tx, ticket, { staff, macro, run, ticketId: ticket.id });
    });
  }

  /** What is said of the case first, then who has it, then how it stands: a case that is done is given to nobody. */
  private async carryOut(tx: Transaction, ticket: TicketRecord, use: Use): Promise<MacroRunView> {
    const { staff, macro } = use;
    const { deeds, title } = macro;
    const actor = { kind: 'staff' as const, id: staff.staffId };
    await this.timeline.record(tx, ticket.id, {
      kind: 'macro',
      actor,
      data: { macroId: macro.id, title, ...(macro.reply && { replied: true }) },
      customerVisible: false,
    });
    await this.edit(tx, ticket, use);
    if (deeds.note) await this.notes.add(tx, ticket, actor, deeds.note);
    if (deeds.watch && !ticket.watcherIds.includes(staff.staffId))
      await this.watchers.add(tx, ticket, staff.staffId, title[staff.locale]);
    // Whoever takes the case over answers as the one who has it; whoever gives it away answers before.
    const takes = deeds.assign?.to === 'me';
    if (!takes) await this.reply(tx, ticket, use);
    await this.assign(tx, use);
    if (takes) await this.reply(tx, ticket, use);
    if (deeds.status && deeds.status !== (await this.locks.lock(tx, ticket.id)).status)
      await this.statuses.transition(tx, { ticketId: ticket.id, to: deeds.status, actor, because: 'set' });
    const after = await this.locks.lock(tx, ticket.id);
    return { number: ticket.number, withdrawn: !can(staff, after, 'see') };
  }

  private async edit(tx: Transaction, before: TicketRecord, { staff, macro: { deeds } }: Use): Promise<void> {
    const { category, subCategory, fields, nature, priority, addTags = [], removeTags = [] } = deeds;
    const sub = category && subCategory ? await this.categories.find(tx, category, subCategory) : undefined;
    const patch: TicketPatch = {
      ...(category && { category }),
      ...(subCategory && { subCategory }),
      ...(nature && { nature }),
      ...(priority && { priority }),
      ...(fields && { form: { ...lenientForm(sub?.form ?? [], before.form, before.form).values, ...fields } }),
      ...((addTags.length > 0 || removeTags.length > 0) && {
        tags: tagsAfter(before.tags, { add: addTags, remove: removeTags }),
      }),
    };
    if (Object.keys(patch).length === 0) return;
    const actor = { kind: 'staff' as const, id: staff.staffId };
    await this.edits.edit(tx, { ticketId: before.id, version: before.version, patch, actor });
  }

  private async assign(tx: Transaction, { staff, macro, ticketId }: Use): Promise<void> {
    const { assign } = macro.deeds;
    if (!assign) return;
    const ticket = await this.locks.lock(tx, ticketId);
    await this.transfers.give(tx, staff, ticket, holderOf(assign, staff, ticket));
  }

  private async reply(tx: Transaction, ticket: TicketRecord, { staff, macro, run }: Use): Promise<void> {
    if (!macro.reply) return;
    const { conversationId } = run;
    if (!conversationId || !ticket.conversationIds.includes(conversationId))
      throw new DeskError('invalid_input', {
        errors: [{ path: 'conversationId', message: 'whom the reply goes to: a conversation of this case' }],
      });
    const since = ticket.closedAt ? ticket.now.getTime() - ticket.closedAt.getTime() : 0;
    if (since > LIMITS.reopenDays * DAY) throw new DeskError('conversation_closed');
    const threads = await this.variables.ofThreads(tx, [ticket.id], staff.name);
    const thread = threads.find((each) => each.conversationId === conversationId);
    if (!thread) throw new DeskError('not_found');
    const body = run.reply ?? filled(macro.reply[thread.locale], thread.values);
    await this.entries.add(tx, {
      conversationId,
      kind: 'message',
      author: staffAuthor(staff),
      body,
      channel: 'console',
    });
  }
}

/** To follow a case and to write in it takes less than to work on it. */
const isWork = ({ note: _, watch: __, ...deeds }: MacroDeeds): boolean => Object.keys(deeds).length > 0;

/** Whoever takes it has it in their own team where they can. */
function holderOf(
  assign: NonNullable<MacroDeeds['assign']>,
  { staffId, teamIds }: StaffPrincipal,
  { teamId }: TicketRecord,
): Holder {
  if (assign.to === 'team') return { teamId: assign.teamId, ...(assign.staffId && { staffId: assign.staffId }) };
  return { teamId: teamIds.includes(teamId) ? teamId : (teamIds[0] ?? teamId), staffId };
}
