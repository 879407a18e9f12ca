import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/db/index.js';

/** What belongs to one case: itself, what was merged into it, its tasks, and all their conversations. */
export interface CaseScope {
  ticketIds: readonly string[];
  conversationIds: readonly string[];
}

/** How a room takes out what it keeps of cases. Both run in the transaction that does it to the case, under its locks. */
export interface CaseEraser {
  /** Words, names and ways to reach somebody go; numbers, times and kinds stay, so that no sum changes. */
  anonymise(tx: Transaction, scope: CaseScope): Promise<void>;
  /** What refers to the case goes, before the case does; left out where the database sees to it. */
  remove?(tx: Transaction, scope: CaseScope): Promise<void>;
}

/** Rooms to the left keep things of cases that tickets knows nothing of: they say at boot how these go. */
@Injectable()
export class CaseErasers {
  private readonly erasers: CaseEraser[] = [];

  register(eraser: CaseEraser): void {
    this.erasers.push(eraser);
  }

  async anonymise(tx: Transaction, scope: CaseScope): Promise<void> {
    for (const eraser of this.erasers) await eraser.anonymise(tx, scope);
  }

  async remove(tx: Transaction, scope: CaseScope): Promise<void> {
    for (const eraser of this.erasers) await eraser.remove?.(tx, scope);
  }
}
