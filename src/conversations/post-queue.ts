/** One thing to post, and in whose order it stands. */
export interface Posting {
  conversationId: string;
  /** May go with others: it has an id by which a second try is noticed, and asks for nothing but its own row. */
  together: boolean;
  /** Of two with one id in one conversation the second waits for the first. */
  clientMessageId?: string;
  /** Two authors of one conversation take turns. */
  authorKey: string;
}

interface Waiting<P, Row> {
  posting: P;
  resolve(row: Row): void;
  reject(error: unknown): void;
}

/** Above so many a statement takes longer than its first message should wait. */
const TOGETHER = 250;

/**
 * Group commit: while one statement is under way, what arrives is collected and sent as the next one. No timer: the less
 * there is to do, the sooner each goes. Within a conversation the order of arrival stays, as whatever of it is under way
 * keeps the rest of it waiting. What the statement for many passes over, or takes down with it, is posted alone, and so
 * gets its own answer, the one that it would have got without neighbours.
 */
export class PostQueue<P extends Posting, Row> {
  private waiting: Waiting<P, Row>[] = [];
  /** Conversations with something under way, alone or with others. */
  private readonly busy = new Set<string>();
  private statementUnderWay = false;

  /**
   * @param together stores what it can, in one statement; gets the postings by conversation, each list of one author and in
   * order. @returns rows for those lists that were stored, in the order of each
   * @param alone stores this one, waiting for whatever it must, or throws what is wrong with it
   */
  constructor(
    private readonly together: (postings: P[][]) => Promise<Map<string, Row[]>>,
    private readonly alone: (posting: P) => Promise<Row>,
  ) {}

  /** @returns after COMMIT */
  post(posting: P): Promise<Row> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ posting, resolve, reject });
      this.send();
    });
  }

  private send(): void {
    if (this.statementUnderWay || this.waiting.length === 0) return;
    const groups = this.take();
    for (const group of groups.single) void this.sendAlone(group);
    if (groups.together.length > 0) void this.sendTogether(groups.together);
  }

  /** What can go now, by conversation, first come first served; the rest stays, in its order. */
  private take(): Record<'together' | 'single', Waiting<P, Row>[][]> {
    const groups = new Map<string, Waiting<P, Row>[]>();
    /** Conversations of which nothing more can go now. */
    const shut = new Set<string>(this.busy);
    const rest: Waiting<P, Row>[] = [];
    let count = 0;
    for (const one of this.waiting) {
      const { conversationId } = one.posting;
      const group = groups.get(conversationId);
      if (shut.has(conversationId) || count === TOGETHER || (group && !fits(one.posting, group))) {
        shut.add(conversationId);
        rest.push(one);
        continue;
      }
      count += 1;
      if (group) group.push(one);
      else groups.set(conversationId, [one]);
    }
    this.waiting = rest;
    for (const conversationId of groups.keys()) this.busy.add(conversationId);
    const all = [...groups.values()];
    return {
      together: all.filter(([first]) => first?.posting.together),
      single: all.filter(([first]) => !first?.posting.together),
    };
  }

  private async sendTogether(groups: Waiting<P, Row>[][]): Promise<void> {
    this.statementUnderWay = true;
    const postings = groups.map((group) => group.map(({ posting }) => posting));
    // One bad row takes the whole statement down; alone each says for itself what is wrong.
    const stored = await this.together(postings).catch(() => new Map<string, Row[]>());
    this.statementUnderWay = false;
    for (const group of groups) {
      const conversationId = group[0]?.posting.conversationId as string;
      const rows = stored.get(conversationId);
      if (!rows) {
        void this.sendAlone(group);
        continue;
      }
      this.busy.delete(conversationId);
      for (const [index, { resolve }] of group.entries()) resolve(rows[index] as Row);
    }
    this.send();
  }

  /** Of one conversation, one after the other. */
  private async sendAlone(group: Waiting<P, Row>[]): Promise<void> {
    for (const { posting, resolve, reject } of group) await this.alone(posting).then(resolve, reject);
    this.busy.delete(group[0]?.posting.conversationId as string);
    this.send();
  }
}

function fits<P extends Posting, Row>(posting: P, group: Waiting<P, Row>[]): boolean {
  return (
    posting.together &&
    posting.authorKey === group[0]?.posting.authorKey &&
    group.every((other) => other.posting.clientMessageId !== posting.clientMessageId)
  );
}
