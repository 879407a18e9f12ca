import { Injectable } from '@nestjs/common';
import type { CategoryKey } from '../../contract/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { Logger } from '../../platform/logger/index.js';
import type { Opening } from '../../tickets/index.js';

/** A guess below this would put the case into wrong hands more often than it helps. */
const GOOD_GUESS = 0.6;

export interface DialogueFacts {
  category: CategoryKey | null;
  categoryConfidence: number;
  subCategory: string | null;
  form: Record<string, string>;
}

/** What the bot has learnt of a matter before anybody takes it over. */
@Injectable()
export class KnownFacts {
  constructor(
    private readonly database: Database,
    private readonly logger: Logger,
  ) {}

  async of(on: Pick<Transaction, 'query'>, conversationId: string): Promise<DialogueFacts | undefined> {
    const [row] = await on.query<DialogueFacts & Record<string, unknown>>(
      `SELECT category, category_confidence AS "categoryConfidence", sub_category AS "subCategory", form
       FROM bot_dialogues WHERE conversation_id = $1`,
      [conversationId],
    );
    return row;
  }

  /** With what a case is to be opened. Never throws: who asks for a person gets one, whatever the bot knows. */
  async forOpening(conversationId: string): Promise<Pick<Opening, 'category' | 'subCategory' | 'form'>> {
    try {
      return openingOf(await this.of(this.database, conversationId));
    } catch (error) {
      this.logger.warn({ err: error, conversation: conversationId }, 'a case is opened without what the bot knows');
      return {};
    }
  }
}

/** A category that was chosen or is as good as certain, and what was filled in. */
export function openingOf(facts: DialogueFacts | undefined): Pick<Opening, 'category' | 'subCategory' | 'form'> {
  if (!facts?.category || facts.categoryConfidence < GOOD_GUESS) return {};
  return {
    category: facts.category,
    ...(facts.subCategory && { subCategory: facts.subCategory, form: facts.form }),
  };
}
