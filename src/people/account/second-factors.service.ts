import { Injectable } from '@nestjs/common';
import type { SecondFactorSetupView } from '../../contract/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Logger } from '../../platform/logger/index.js';
import { Sealing } from '../../platform/sealing/index.js';
import { appUri, hashCode, isAppCode, newAppSecret, newRecoveryCodes, plainCode, stepOf } from './codes.js';

const placeOf = (staffId: string) => `second_factors ${staffId}`;

type Factor = { secret: Buffer; confirmed: boolean };

/** Codes of an authenticator app, and recovery codes for who has lost it. Each is taken once. */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly logger: Logger,
    private readonly sealing: Sealing,
  ) {}

  async state(staffId: string): Promise<{ enabled: boolean; recoveryCodesLeft: number }> {
    const row = await this.database.one<{ enabled: boolean; left: number }>(
      `SELECT EXISTS (SELECT FROM second_factors WHERE staff_id = $1 AND confirmed_at IS NOT NULL) AS enabled,
              (SELECT count(*)::int FROM recovery_codes WHERE staff_id = $1) AS left`,
      [staffId],
    );
    return { enabled: row?.enabled ?? false, recoveryCodesLeft: row?.left ?? 0 };
  }

  /** Lets pass who has no second factor, or shows it. @throws DeskError `second_factor_required`, `wrong_code` */
  async demand(staffId: string, code: string | undefined): Promise<void> {
    const factor = await this.of(staffId);
    if (!factor?.confirmed) return;
    if (code === undefined) throw new DeskError('second_factor_required');
    const plain = plainCode(code);
    const good = isAppCode(code)
      ? await this.takeCode(staffId, factor, plain)
      : await this.takeRecoveryCode(staffId, plain);
    if (!good) throw new DeskError('wrong_code');
  }

  /** A secret for a new app; an earlier one that was never confirmed is void. @throws DeskError `conflict` when there is one */
  async begin(staffId: string, email: string): Promise<SecondFactorSetupView> {
    const secret = newAppSecret();
    const begun = await this.database.one(
      `INSERT INTO second_factors (staff_id, secret) VALUES ($1, $2)
       ON CONFLICT (staff_id) DO UPDATE SET secret = excluded.secret WHERE second_factors.confirmed_at IS NULL
       RETURNING staff_id`,
      [staffId, this.sealing.seal(placeOf(staffId), secret)],
    );
    if (!begun) throw new DeskError('conflict');
    return { uri: appUri(secret, email), secret };
  }

  /** The first code proves that the app has it; from now on one is asked for. @returns the recovery codes, shown once */
  async confirm(tx: Transaction, staffId: string, code: string): Promise<string[]> {
    const factor = await this.of(staffId, tx);
    if (!factor || factor.confirmed) throw new DeskError('conflict');
    const step = this.step(staffId, factor, plainCode(code));
    if (step === undefined) throw new DeskError('wrong_code');
    const confirmed = await tx.one(
      `UPDATE second_factors SET confirmed_at = desk_now(), last_step = $2
       WHERE staff_id = $1 AND confirmed_at IS NULL AND secret = $3 RETURNING staff_id`,
      [staffId, step, factor.secret],
    );
    if (!confirmed) throw new DeskError('conflict');
    const codes = newRecoveryCodes();
    await tx.query('DELETE FROM recovery_codes WHERE staff_id = $1', [staffId]);
    await tx.query('INSERT INTO recovery_codes (staff_id, code_hash) SELECT $1, unnest($2::bytea[])', [
      staffId,
      codes.map(hashCode),
    ]);
    return codes;
  }

  /** @returns whether there was one */
  async remove(tx: Transaction, staffId: string): Promise<boolean> {
    await tx.query('DELETE FROM recovery_codes WHERE staff_id = $1', [staffId]);
    const gone = await tx.query('DELETE FROM second_factors WHERE staff_id = $1 RETURNING confirmed_at', [staffId]);
    return gone.length > 0;
  }

  private async of(staffId: string, tx: Pick<Transaction, 'one'> = this.database): Promise<Factor | undefined> {
    return await tx.one<Factor>(
      'SELECT secret, confirmed_at IS NOT NULL AS confirmed FROM second_factors WHERE staff_id = $1',
      [staffId],
    );
  }

  /** Undefined also when SECRET_KEY has changed since: recovery codes still let in, and an administrator can reset it. */
  private step(staffId: string, factor: Factor, plain: string): number | undefined {
    try {
      return stepOf(this.sealing.unseal(placeOf(staffId), factor.secret), plain, this.clock.now());
    } catch (err) {
      this.logger.warn({ err, staffId }, 'a second factor cannot be opened');
      return undefined;
    }
  }

  /** In one statement, so that of two who bring the same code one is refused. */
  private async takeCode(staffId: string, factor: Factor, plain: string): Promise<boolean> {
    const step = this.step(staffId, factor, plain);
    if (step === undefined) return false;
    const taken = await this.database.one(
      'UPDATE second_factors SET last_step = $2 WHERE staff_id = $1 AND last_step < $2 RETURNING staff_id',
      [staffId, step],
    );
    return taken !== undefined;
  }

  private async takeRecoveryCode(staffId: string, plain: string): Promise<boolean> {
    const taken = await this.database.one(
      'DELETE FROM recovery_codes WHERE staff_id = $1 AND code_hash = $2 RETURNING staff_id',
      [staffId, hashCode(plain)],
    );
    return taken !== undefined;
  }
}
