import { createReadStream, createWriteStream, rmSync, type WriteStream } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Something that was sent, by whom, and what the desk said to it. */
export interface Sent {
  /** `customer`, or the e-mail address of the agent. */
  by: string;
  kind: 'message' | 'note';
  clientMessageId: string;
  /** Undefined: never acknowledged, so it may or may not be there. */
  acked?: { id: string; seq: number };
  /** The code with which the desk refused it, perhaps after a first try that was never answered. */
  refused?: string;
}

/** One conversation as those who took part in it know it. */
export interface Account {
  conversationId: string;
  /** Whose it is: the key of a browser session, or the host site's id of a customer. */
  owner: string;
  /** In the order in which each author sent. */
  sent: Sent[];
  /** What the customer's screen was given: number and id, each as often as the desk gave a new one. */
  seen: [seq: number, id: string][];
  /** Words of a note that came to a customer's eyes, in whatever push. */
  leaks: string[];
  /** Of other people's conversations, shown to this customer. */
  foreign: string[];
  /** Told to the customer who asked for a person; a case that the bot opened has one that is not written here. */
  number?: string;
  /** What the public look-up said of that number. */
  lookedUp?: { number: string; found: boolean };
  /** Agents to whom the desk said that it was theirs, and has not taken back. */
  heldBy: string[];
}

/**
 * What the simulation knows to have happened. Accounts of conversations that are over go to a file, so that an hour takes
 * no more memory than a minute.
 */
export class Ledger {
  private readonly open = new Map<string, Account>();
  private readonly owners = new Map<string, string>();
  private written = 0;

  private constructor(
    private readonly folder: string,
    private readonly file: WriteStream,
  ) {}

  static async create(): Promise<Ledger> {
    const folder = await mkdtemp(join(tmpdir(), 'porchlight-ledger-'));
    return new Ledger(folder, createWriteStream(join(folder, 'ledger.jsonl'), { mode: 0o600 }));
  }

  get path(): string {
    return join(this.folder, 'ledger.jsonl');
  }

  get conversations(): number {
    return this.written + this.open.size;
  }

  /** Conversations whose account is still being written. */
  get inProgress(): number {
    return this.open.size;
  }

  begin(conversationId: string, owner: string): Account {
    const account: Account = { conversationId, owner, sent: [], seen: [], leaks: [], foreign: [], heldBy: [] };
    this.owners.set(conversationId, owner);
    this.open.set(conversationId, account);
    return account;
  }

  find(conversationId: string): Account | undefined {
    return this.open.get(conversationId);
  }

  /** Undefined: not of this simulation. */
  ownerOf(conversationId: string): string | undefined {
    return this.owners.get(conversationId);
  }

  /** Everybody has left it. Once more does nothing. */
  close(conversationId: string): void {
    const account = this.open.get(conversationId);
    if (!account) return;
    this.open.delete(conversationId);
    this.written += 1;
    this.file.write(`${JSON.stringify(account)}\n`);
  }

  /** All accounts, a few hundred at a time; the ledger is closed by it. */
  async *pages(size: number): AsyncGenerator<Account[]> {
    for (const id of [...this.open.keys()]) this.close(id);
    await new Promise<void>((resolve) => this.file.end(resolve));
    let page: Account[] = [];
    for await (const line of createInterface({ input: createReadStream(this.path) })) {
      page.push(JSON.parse(line) as Account);
      if (page.length < size) continue;
      yield page;
      page = [];
    }
    if (page.length > 0) yield page;
  }

  discard(): void {
    this.file.destroy();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
