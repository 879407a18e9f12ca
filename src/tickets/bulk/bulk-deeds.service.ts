import { Injectable } from '@nestjs/common';
import {
  type BulkDeed,
  type BulkSkip,
  fillVariables,
  LIMITS,
  TAG_LIMITS,
  unfilledVariables,
} from '../../contract/index.js';
import { Entries } from '../../conversations/index.js';
import type { StaffPrincipal } from '../../people/index.js';
import type { Transaction } from '../../platform/db/index.js';
import { DeskError, refuse } from '../../platform/errors/index.js';
import { isWith, Transfers } from '../console/transfers.service.js';
import { Edits, type TicketPatch } from '../edits.service.js';
import { Notes } from '../notes.service.js';
import { ReplyVariables } from '../replies/reply-variables.service.js';
import { StatusChanges } from '../status-changes.service.js';
import { foldTag } from '../tags/tags.service.js';
import type { TicketRecord } from '../ticket.record.js';

/** Who has ordered it, as they are at this moment. */
export type Orderer = Pick<StaffPrincipal, 'staffId' | 'name' | 'role' | 'teamIds'>;

/** Threads that an action has answered before: they came with a case that was merged into this one since. */
const ANSWERED = `
  SELECT conversation_id AS id FROM entries WHERE conversation_id = ANY($1::uuid[]) AND client_message_id = $2`;

const DAY = 86_400_000;

/** Does to one case what was ordered for many, by the same verbs as somebody who has it open. */
@Injectable()
export class BulkDeeds {
  constructor(
    private readonly entries: Entries,
    private readonly notes: Notes,
    private readonly statuses: StatusChanges,
    private readonly transfers: Transfers,
    private readonly edits: Edits,
    private readonly variables: ReplyVariables,
  ) {}

  /**
   * @param ticket under its lock; who calls has seen to it that they may
   * @returns why there was nothing to do; undefined: it is done
   * @throws DeskError as the verb does
   */
  async perform(
    tx: Transaction,
    actionId: string,
    by: Orderer,
    ticket: TicketRecord,
    deed: BulkDeed,
  ): Promise<BulkSkip | undefined> {
    const actor = { kind: 'staff' as const, id: by.staffId };
    switch (deed.kind) {
      case 'answer':
        return await this.answer(tx, actionId, by, ticket, deed.body);
      case 'note':
        await this.notes.add(tx, ticket, actor, deed.body);
        return undefined;
      case 'status': {
        if (ticket.status === deed.to) return 'unchanged';
        const { to, note, despiteTasks } = deed;
        const change = { ticketId: ticket.id, to, note, despiteTasks, actor, because: 'set' };
        await this.statuses.transition(tx, change, ticket);
        return undefined;
      }
      case 'assign':
        if (isWith(ticket, deed)) return 'unchanged';
        await this.transfers.give(tx, by, ticket, deed);
        return undefined;
      case 'priority':
        if (ticket.priority === deed.priority) return 'unchanged';
        return await this.edit(tx, by, ticket, { priority: deed.priority });
      case 'tags': {
        const tags = tagsAfter(ticket.tags, deed);
        if (tags.length === ticket.tags.length && tags.every((tag) => ticket.tags.includes(tag))) return 'unchanged';
        return await this.edit(tx, by, ticket, { tags });
      }
    }
  }

  private async edit(
    tx: Transaction,
    { staffId }: Orderer,
    { id, version }: TicketRecord,
    patch: TicketPatch,
  ): Promise<undefined> {
    await this.edits.edit(tx, { ticketId: id, version, patch, actor: { kind: 'staff', id: staffId } });
  }

  /** To each customer of the case, in their own thread; or to none of them. */
  private async answer(
    tx: Transaction,
    actionId: string,
    { staffId, name }: Orderer,
    { id, conversationIds, closedAt, now }: TicketRecord,
    body: string,
  ): Promise<BulkSkip | undefined> {
    if (conversationIds.length === 0) return 'no_thread';
    if (closedAt && now.getTime() - closedAt.getTime() > LIMITS.reopenDays * DAY)
      throw new DeskError('conversation_closed');
    const answered = await tx.query<{ id: string }>(ANSWERED, [conversationIds, actionId]);
    const threads = (await this.variables.ofThreads(tx, [id], name)).filter(
      ({ conversationId }) => !answered.some((thread) => thread.id === conversationId),
    );
    const written = threads.map(({ conversationId, values }) => ({
      conversationId,
      body: filled(body, values),
    }));
    const author = { kind: 'staff' as const, id: staffId, name };
    for (const entry of written)
      await this.entries.add(tx, { ...entry, kind: 'message', author, channel: 'console', clientMessageId: actionId });
    return written.length > 0 ? undefined : 'unchanged';
  }
}

/** @throws DeskError `variables_unfilled`, `invalid_input` for what became too long */
export function filled(body: string, values: Parameters<typeof fillVariables>[1]): string {
  const text = fillVariables(body, values);
  const open = unfilledVariables(text);
  if (open.length > 0)
    throw new DeskError('variables_unfilled', {
      detail: {
        'zh-CN': `这个工单没有 ${open.join('、')} 的内容，请单独回复。`,
        en: `This case has nothing that ${open.join(', ')} could stand for; answer it by itself.`,
      },
    });
  if (text.length > LIMITS.messageLength)
    refuse([
      { path: 'body', fix: { 'zh-CN': '填上变量后太长，请缩短', en: 'It is too long with its variables filled in' } },
    ]);
  return text;
}

/** @throws DeskError `invalid_input` for more than a case may have */
export function tagsAfter(had: readonly string[], { add, remove }: { add: string[]; remove: string[] }): string[] {
  const gone = new Set(remove.map(foldTag));
  const kept = had.filter((tag) => !gone.has(foldTag(tag)));
  const known = new Set(kept.map(foldTag));
  const added = add.filter((tag) => !known.has(foldTag(tag)));
  if (kept.length + added.length > TAG_LIMITS.perTicket)
    refuse([
      {
        path: 'tags',
        fix: {
          'zh-CN': `一个工单最多 ${TAG_LIMITS.perTicket} 个标签`,
          en: `A case has ${TAG_LIMITS.perTicket} tags at most`,
        },
      },
    ]);
  return [...kept, ...added];
}
