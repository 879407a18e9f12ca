import { Injectable } from '@nestjs/common';
import {
  type BulkDeedKind,
  type BulkPreviewView,
  fillVariables,
  type TicketStatus,
  unfilledVariables,
} from '../../contract/index.js';
import type { StaffPrincipal } from '../../people/index.js';
import { Database } from '../../platform/db/index.js';
import { ReplyVariables, type ThreadVariables } from '../replies/reply-variables.service.js';
import type { ReadScope } from './bulk.inputs.js';
import { mayInBulk } from './bulk.policy.js';
import { factsOf } from './bulk.sql.js';
import { insistOnFew } from './few.js';
import { Scopes } from './scopes.service.js';

interface Fact {
  id: string;
  number: string;
  customerId: string;
  customerName: string;
  status: TicketStatus;
  teamId: string;
  assigneeId: string | null;
  watched: boolean;
  [column: string]: unknown;
}

const NAMED = 3;
const ENDED: readonly TicketStatus[] = ['resolved', 'closed', 'cancelled'];

/** What would come of an action, for who is about to order it. */
@Injectable()
export class Previews {
  constructor(
    private readonly database: Database,
    private readonly scopes: Scopes,
    private readonly variables: ReplyVariables,
  ) {}

  /** @throws DeskError `invalid_input` when there are too many, `forbidden` */
  async of(
    staff: StaffPrincipal,
    { kind, body = '', scope }: { kind: BulkDeedKind; body?: string; scope: ReadScope },
  ): Promise<BulkPreviewView> {
    const chosen = await this.scopes.of(staff, scope);
    const reader = `$${chosen.values.length + 1}`;
    const facts = await this.database.query<Fact>(factsOf(chosen.text, reader), [...chosen.values, staff.staffId]);
    insistOnFew(facts.length);
    const own = facts.filter((fact) => mayInBulk(staff, fact, kind));
    const names = [...new Set(own.map(({ customerName }) => customerName).filter(Boolean))];
    return {
      total: own.length,
      customers: new Set(own.map(({ customerId }) => customerId)).size,
      names: names.slice(0, NAMED),
      forbidden: facts.length - own.length,
      ended: own.filter(({ status }) => ENDED.includes(status)).length,
      ...(kind === 'answer' && body.trim() ? await this.answer(staff, own, body) : { unfilled: 0 }),
    };
  }

  private async answer(
    staff: StaffPrincipal,
    own: readonly Fact[],
    body: string,
  ): Promise<Pick<BulkPreviewView, 'unfilled' | 'sample'>> {
    // Who has no variable to fill needs one of them to show.
    const asked = unfilledVariables(body).length > 0 ? own : own.slice(0, 1);
    const threads = await this.variables.ofThreads(
      this.database,
      asked.map(({ id }) => id),
      staff.name,
    );
    const isOpen = ({ values }: ThreadVariables) => unfilledVariables(fillVariables(body, values)).length > 0;
    const shown = threads.find((thread) => !isOpen(thread)) ?? threads[0];
    return {
      unfilled: new Set(threads.filter(isOpen).map(({ ticketId }) => ticketId)).size,
      ...(shown && {
        sample: {
          number: shown.values['ticket.number'] ?? '',
          customerName: shown.values['customer.name'] ?? '',
          body: fillVariables(body, shown.values),
        },
      }),
    };
  }
}
