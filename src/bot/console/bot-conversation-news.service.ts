import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { STAFF_ROLES } from '../../contract/index.js';
import { type Principal, Push } from '../../platform/push/index.js';

const ONCE_PER_MILLISECONDS = 1_000;
/** A list is read again whole: who watches one conversation is told of it among so many. */
const TOLD_AT_ONCE = 200;
const EVERYBODY = STAFF_ROLES.map((role): Principal => `role:${role}`);

/** Tells all who work here that something has happened with the bot: at once, then at most once a second. A hint, which may be lost. */
@Injectable()
export class BotConversationNews implements BeforeApplicationShutdown {
  private readonly changedIds = new Set<string>();
  private resting: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(private readonly push: Push) {}

  /** Call it after COMMIT. */
  changed(...conversationIds: string[]): void {
    if (this.stopped) return;
    for (const id of conversationIds) this.changedIds.add(id);
    if (!this.resting && this.changedIds.size > 0) this.tell();
  }

  beforeApplicationShutdown(): void {
    this.stopped = true;
    clearTimeout(this.resting);
  }

  private tell(): void {
    const told = [...this.changedIds].slice(0, TOLD_AT_ONCE);
    for (const id of told) this.changedIds.delete(id);
    this.resting = setTimeout(() => {
      this.resting = undefined;
      this.changed();
    }, ONCE_PER_MILLISECONDS);
    this.push.toStaff(EVERYBODY, 'bot_conversations.changed', { conversationIds: told });
  }
}
