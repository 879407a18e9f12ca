import { setTimeout as wait } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import type { PublicTicketView } from '../../contract/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, GatheredRead } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { addressKey, type RateLimit, RateLimits } from '../../platform/rate-limit/index.js';
import { isSame, lookupCode, plainFactor, statusKey } from '../customer-secrets.js';
import { parseNumber } from '../ticket-number.js';
import { LOOK_UP, VIEW_BY_NUMBER } from './look-up.sql.js';

/** Wrong tries; what is right costs nothing. The signed link knows no limit. */
const BY_NUMBER: RateLimit = { name: 'look-up-number', points: 20, seconds: 3_600 };
const BY_ADDRESS: RateLimit = { name: 'look-up-address', points: 40, seconds: 3_600 };
/** Four digits are soon guessed: every try counts, before it is looked at. */
const PHONE_BY_NUMBER: RateLimit = { name: 'look-up-phone', points: 5, seconds: 86_400 };
const PHONE_BY_ADDRESS: RateLimit = { name: 'look-up-phone-address', points: 20, seconds: 86_400 };

/** Wrong and absent both answer after this, whatever the database had to do for them. */
const REFUSAL_MILLISECONDS = 150;
/** In place of what no number can be: it takes the same way and finds nothing. */
const NO_NUMBER = '-';

interface Asked {
  number: string;
  codeIsRight: boolean;
  lastFour: string | null;
  numberKey: string;
  addressKey: string;
}
type Row = { until: string | null; view: string | null };

/** The public look-up: wrong and absent are one answer, in text and in time. */
@Injectable()
export class LookUp {
  private readonly rows = new GatheredRead((asked: Asked[]) => this.read(asked));

  constructor(
    private readonly database: Database,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * @param typed number and second factor as typed: the look-up code, or the last four digits of the registered phone
   * @returns a {@link PublicTicketView} as JSON text, to hand on
   * @throws DeskError `lookup_failed`, `too_many_requests`
   */
  async find(typed: { number: string; factor: string }, address: string): Promise<{ number: string; view: string }> {
    const began = performance.now();
    const number = parseNumber(typed.number) ?? NO_NUMBER;
    const factor = plainFactor(typed.factor);
    const from = addressKey(address);
    const lastFour = /^\d{4}$/.test(factor) ? factor : null;
    const guessed = [number === NO_NUMBER ? lettersOf(typed.number) : number, from] as const;
    if (lastFour) await this.countPhoneTry(...guessed);
    const row = await this.rows.get({
      number,
      codeIsRight: isSame(factor, lookupCode(this.config.secretKey, number)),
      lastFour,
      numberKey: this.limits.keyOf(BY_NUMBER, guessed[0]),
      addressKey: this.limits.keyOf(BY_ADDRESS, from),
    });
    if (row.view) {
      if (lastFour) await this.limits.forget(PHONE_BY_NUMBER, guessed[0]);
      return { number, view: row.view };
    }
    if (row.until) throw this.spent(Number(row.until));
    await this.countFailure(...guessed);
    await wait(Math.max(0, REFUSAL_MILLISECONDS - (performance.now() - began)));
    throw new DeskError('lookup_failed');
  }

  /** @returns undefined unless the key was made for this number */
  async byLink(number: string, key: string): Promise<{ ticketId: string; view: PublicTicketView } | undefined> {
    if (!isSame(key, statusKey(this.config.secretKey, number))) return undefined;
    const [row] = await this.database.prepared<{ id: string; view: string }>('status_by_link', VIEW_BY_NUMBER, [
      number,
    ]);
    return row && { ticketId: row.id, view: JSON.parse(row.view) as PublicTicketView };
  }

  private read(asked: Asked[]): Promise<Row[]> {
    return this.database.prepared<Row>('status_look_up', LOOK_UP, [
      asked.map(({ number }) => number),
      asked.map(({ codeIsRight }) => codeIsRight),
      asked.map(({ lastFour }) => lastFour),
      asked.map(({ numberKey }) => numberKey),
      asked.map(({ addressKey }) => addressKey),
      BY_NUMBER.points,
      BY_ADDRESS.points,
      this.clock.now().getTime(),
    ]);
  }

  private async countPhoneTry(number: string, address: string): Promise<void> {
    await this.limits.consume(PHONE_BY_ADDRESS, address);
    await this.limits.consume(PHONE_BY_NUMBER, number);
  }

  private async countFailure(number: string, address: string): Promise<void> {
    await this.limits.consume(BY_ADDRESS, address);
    await this.limits.consume(BY_NUMBER, number);
  }

  private spent(until: number): DeskError {
    const seconds = Math.ceil((until - this.clock.now().getTime()) / 1_000);
    return new DeskError('too_many_requests', { retryAfter: Math.max(1, seconds) });
  }
}

/** What is typed for a number is counted too, or the limit would tell numbers that exist from those that do not. */
function lettersOf(typed: string): string {
  return plainFactor(typed)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, 40);
}
