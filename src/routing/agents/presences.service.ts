import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import type { HoldingView, Presence, PresenceView, WorkKind } from '../../contract/index.js';
import { Database } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Logger } from '../../platform/logger/index.js';
import { type Principal, Push } from '../../platform/push/index.js';
import { Dispatch } from '../assignment/dispatch.service.js';
import { WallBoardNews } from '../wall-board/wall-board-news.service.js';
import { LastWord } from './last-word.js';
import { HOLDING_OF, LET_GO, PRESENCE, SEEN, SET_PRESENCE } from './presences.sql.js';

type Row = Omit<PresenceView, 'since' | 'setBy'> & { since: Date | null; setBy: string | null };
type Columns = { [column: string]: unknown };

/** So long presence outlives a lost connection. */
export const HELD_MINUTES = 3;
/** A button that is stuck, or an integration gone wild, writes and tells so often at most. */
const REST_MILLISECONDS = 250;

/** 在线 / 忙碌 / 离线: a person's own word, held for three minutes over a lost connection. */
@Injectable()
export class Presences implements BeforeApplicationShutdown {
  private readonly words = new LastWord<string, { presence: Presence; pausedKinds?: WorkKind[] }>(
    REST_MILLISECONDS,
    (staffId, { presence, pausedKinds }) => this.write(staffId, presence, pausedKinds),
  );
  /** When somebody last did something, as this process saw it; milliseconds of `performance.now()`. */
  private readonly active = new Map<string, number>();

  constructor(
    private readonly database: Database,
    private readonly push: Push,
    private readonly dispatch: Dispatch,
    private readonly board: WallBoardNews,
    private readonly logger: Logger,
  ) {}

  async beforeApplicationShutdown(): Promise<void> {
    await this.words.flush();
  }

  async of(staffId: string): Promise<Presence> {
    return (await this.view(staffId)).presence;
  }

  /** @throws DeskError `not_found` for a stranger */
  async view(staffId: string): Promise<PresenceView> {
    const row = await this.database.one<Row & Columns>(PRESENCE, [staffId]);
    if (!row) throw new DeskError('not_found');
    return present(row);
  }

  /** What they hold, and how much of it would go back if they went offline. */
  async holding(staffId: string): Promise<HoldingView> {
    const row = await this.database.one<HoldingView & Columns>(HOLDING_OF, [staffId]);
    return row ?? { inHand: 0, waitingForAnswer: 0 };
  }

  /**
   * Their own word. Said many times a second it is written and told a few times, and the last one stands.
   * @param pausedKinds kinds of which they take nothing new; left out: as before
   */
  async set(staffId: string, presence: Presence, pausedKinds?: WorkKind[]): Promise<void> {
    await this.words.say(staffId, { presence, ...(pausedKinds && { pausedKinds: [...new Set(pausedKinds)] }) });
  }

  /** What they have said by now is written: whoever speaks about them comes after it. */
  async spoken(staffId: string): Promise<void> {
    await this.words.written(staffId);
  }

  /** Somebody did something; kept in memory until {@link seen}. */
  noteActive(staffId: string): void {
    this.active.set(staffId, performance.now());
  }

  /** Consoles of these people are connected, as their process sees it every so often; it also says who did something. */
  async seen(staffIds: string[]): Promise<void> {
    const now = performance.now();
    const active = [...this.active];
    this.active.clear();
    if (staffIds.length === 0 && active.length === 0) return;
    await this.database.query(SEEN, [
      staffIds,
      active.map(([staffId]) => staffId),
      active.map(([, at]) => (now - at) / 1_000),
    ]);
  }

  /** Whoever has had no console for three minutes is away, whatever they said. @returns who went */
  async letGo(): Promise<string[]> {
    const gone = await this.database.query<{ staffId: string }>(LET_GO, [HELD_MINUTES]);
    for (const { staffId } of gone) await this.tellSoon(staffId);
    return gone.map(({ staffId }) => staffId);
  }

  /** Their screens and their teams' hear what is true now; what waits may be for them. Call it after COMMIT. */
  async tell(staffId: string): Promise<void> {
    const [view, teams] = await Promise.all([this.view(staffId), this.dispatch.teamsOf(staffId)]);
    const audience: Principal[] = [`staff:${staffId}`, ...teams.map((team): Principal => `team:${team}`)];
    this.push.toStaff(audience, 'presence.changed', { staffId, ...view });
    this.board.changed(...teams);
    await Promise.all(teams.map((team) => this.dispatch.wake(team)));
  }

  /** {@link tell}, as a hint: it never throws, and screens look by themselves too. */
  async tellSoon(staffId: string): Promise<void> {
    await this.tell(staffId).catch((err) => this.logger.warn({ err, staffId }, 'a presence was not told'));
  }

  private async write(staffId: string, presence: Presence, pausedKinds: WorkKind[] | undefined): Promise<void> {
    await this.database.query(SET_PRESENCE, [staffId, presence, pausedKinds ?? null, null]);
    await this.tell(staffId);
  }
}

const said = ({ since, setBy }: Pick<Row, 'since' | 'setBy'>) => ({
  ...(since && { since: since.toISOString() }),
  ...(setBy && { setBy }),
});

function present({ presence, pausedKinds, because, ...row }: Row): PresenceView {
  return { presence, pausedKinds, because, ...said(row) };
}
