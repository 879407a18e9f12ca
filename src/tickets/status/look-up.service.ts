import { setTimeout as wait } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import type { PublicTicketView } from '../../contract/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, GatheredRead } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { addressKey, type RateLimit, RateLimits } from '../../platform/rate-limit/index.js';
import { isSame, lookupCode, plainFactor, STATUS_REACHES, type StatusReach, statusKey } from '../customer-secrets.js';
import { parseNumber } from '../ticket-number.js';
import { type Asked, LOOK_UP, VIEW_BY_NUMBER } from './look-up.sql.js';

/** Wrong tries; what is right costs nothing. The signed link knows no limit. */
const BY_NUMBER: RateLimit = { name: 'look-up-number', points: 20, seconds: 3_600 };
const BY_ADDRESS: RateLimit = { name: 'look-up-address', points: 20, seconds: 3_600 };
/** Four digits are soon guessed: every try counts, before it is looked at. */
const PHONE_BY_NUMBER: RateLimit = { name: 'look-up-phone', points: 5, seconds: 86_400 };
const PHONE_BY_ADDRESS: RateLimit = { name: 'look-up-phone-address', points: 20, seconds: 86_400 };

/** Wrong and absent both answer after this, whatever the database had to do for them. */
const REFUSAL_MILLISECONDS = 150;

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
   * @returns a {@link PublicTicketView} as JSON text, to hand on; `glance` for who knew the digits alone
   * @throws DeskError `number_mistyped` at once, as it tells nothing of what there is; `lookup_failed`, `too_many_requests`
   */
  async find(
    typed: { number: string; factor: string },
    address: string,
  ): Promise<{ number: string; view: string; reach: StatusReach }> {
    const began = performance.now();
    const number = parseNumber(typed.number);
    if (!number) throw new DeskError('number_mistyped');
    const factor = plainFactor(typed.factor);
    const from = addressKey(address);
    const lastFour = /^\d{4}$/.test(factor) ? factor : null;
    if (lastFour) await this.countPhoneTry(number, from);
    const codeIsRight = isSame(factor, lookupCode(this.config.secretKey, number));
    const row = await this.rows.get({
      number,
      codeIsRight,
      lastFour,
      numberKey: this.limits.keyOf(BY_NUMBER, number),
      addressKey: this.limits.keyOf(BY_ADDRESS, from),
    });
    if (row.view) {
      if (lastFour) await this.limits.forget(PHONE_BY_NUMBER, number);
      return { number, view: row.view, reach: codeIsRight ? 'whole' : 'glance' };
    }
    if (row.until) throw this.spent(Number(row.until));
    await this.countFailure(number, from);
    await wait(Math.max(0, REFUSAL_MILLISECONDS - (performance.now() - began)));
    throw new DeskError('lookup_failed');
  }

  /** @returns undefined unless the key was made for this number; `ticketId` of the case with this number, merged or not */
  async byLink(
    number: string,
    key: string,
  ): Promise<{ ticketId: string; view: PublicTicketView; reach: StatusReach } | undefined> {
    const reach = STATUS_REACHES.find((each) => isSame(key, statusKey(this.config.secretKey, number, each)));
    if (!reach) return undefined;
    const [row] = await this.database.prepared<{ id: string; view: string }>('status_by_link', VIEW_BY_NUMBER, [
      number,
    ]);
    return row && { ticketId: row.id, view: JSON.parse(row.view) as PublicTicketView, reach };
  }

  private read(asked: Asked[]): Promise<Row[]> {
    return this.database.prepared<Row>('status_look_up', LOOK_UP, [
      JSON.stringify(asked),
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
