import { Injectable } from '@nestjs/common';
import type { Locale } from '../../contract/index.js';
import { Erasures } from '../../conversations/index.js';
import { ForgottenCustomers } from '../../people/index.js';
import type { Transaction } from '../../platform/db/index.js';
import type { TicketRecord } from '../ticket.record.js';
import { CaseErasers, type CaseScope } from './case-erasers.js';
import { ANONYMISE, CUSTOMERS, DELETE, DETACH, FORGET, UNLINK } from './case-erasure.sql.js';
import { Leftovers } from './leftovers.service.js';

/** What a case is called of which nothing is to be known. */
const SUBJECT: Record<Locale, string> = { 'zh-CN': '（已匿名）', en: '(anonymised)' };

/**
 * Takes what tells of somebody out of a case, or the case out of the desk: with all that was merged into it, and nothing of anybody's
 * other matters. The caller has locked all of it.
 */
@Injectable()
export class CaseErasure {
  constructor(
    private readonly erasures: Erasures,
    private readonly customers: ForgottenCustomers,
    private readonly erasers: CaseErasers,
    private readonly leftovers: Leftovers,
  ) {}

  async anonymise(tx: Transaction, family: readonly TicketRecord[]): Promise<void> {
    const scope = scopeOf(family);
    const customerIds = await this.customersOf(tx, scope);
    await this.erasers.anonymise(tx, scope);
    const standIns = await this.customers.standIns(tx, customerIds);
    const files = await this.erasures.anonymise(tx, scope.conversationIds, standIns);
    for (const statement of ANONYMISE)
      await tx.query(statement, [scope.ticketIds, JSON.stringify(standIns), JSON.stringify(SUBJECT)]);
    for (const statement of FORGET) await tx.query(statement, [scope.ticketIds]);
    await this.leftovers.note(tx, { files, customerIds });
  }

  async remove(tx: Transaction, family: readonly TicketRecord[]): Promise<void> {
    const scope = scopeOf(family);
    const customerIds = await this.customersOf(tx, scope);
    await this.erasers.remove(tx, scope);
    for (const statement of UNLINK) await tx.query(statement, [scope.conversationIds]);
    const files = await this.erasures.remove(tx, scope.conversationIds);
    for (const statement of DETACH) await tx.query(statement, [scope.ticketIds]);
    await tx.query(DELETE, [scope.ticketIds]);
    await this.leftovers.note(tx, { files, customerIds });
  }

  private async customersOf(tx: Transaction, { ticketIds, conversationIds }: CaseScope): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(CUSTOMERS, [ticketIds, conversationIds]);
    return rows.map(({ id }) => id);
  }
}

const scopeOf = (family: readonly TicketRecord[]): CaseScope => ({
  ticketIds: family.map(({ id }) => id),
  conversationIds: family.flatMap(({ conversationIds }) => conversationIds),
});
