import { Injectable } from '@nestjs/common';
import type { LocalizedText } from '../../contract/index.js';
import type { Transaction } from '../../platform/db/index.js';

/** What still needs a team, in words; nothing when it can go. The team's row is locked. */
export type TeamUse = (tx: Transaction, team: { id: string; key: string }) => Promise<LocalizedText[]>;

/** Who gives work to teams stands to the left of people: these rooms say at boot how to ask whether they still do. */
@Injectable()
export class TeamUses {
  private readonly askers: TeamUse[] = [];

  /** @param ask called while the team's row is locked, when somebody wants to archive it */
  register(ask: TeamUse): void {
    this.askers.push(ask);
  }

  async of(tx: Transaction, team: { id: string; key: string }): Promise<LocalizedText[]> {
    const uses: LocalizedText[] = [];
    for (const ask of this.askers) uses.push(...(await ask(tx, team)));
    return uses;
  }
}
