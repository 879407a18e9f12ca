import type { Ledger } from './ledger/ledger.js';

/** A case may be given on to somebody else, or come back, after everybody has left it. */
const EMPTY_MILLISECONDS = 20_000;

/** Who is still at which conversation; when nobody has been for a while its account is closed. */
export class Presence {
  private readonly present = new Map<string, number>();
  private readonly closing = new Map<string, NodeJS.Timeout>();

  constructor(private readonly ledger: Ledger) {}

  join(conversationId: string): void {
    clearTimeout(this.closing.get(conversationId));
    this.closing.delete(conversationId);
    this.present.set(conversationId, (this.present.get(conversationId) ?? 0) + 1);
  }

  leave(conversationId: string): void {
    const left = (this.present.get(conversationId) ?? 1) - 1;
    if (left > 0) {
      this.present.set(conversationId, left);
      return;
    }
    this.present.delete(conversationId);
    this.closing.set(conversationId, setTimeout(() => this.close(conversationId), EMPTY_MILLISECONDS).unref());
  }

  private close(conversationId: string): void {
    this.closing.delete(conversationId);
    const account = this.ledger.find(conversationId);
    // Whoever has it now may give it away later, when nobody writes the account any more; two at once stay two.
    if (account?.heldBy.length === 1) account.heldBy = [];
    this.ledger.close(conversationId);
  }
}
