import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { LIMITS, type TrackedStepView } from '../../contract/index.js';
import { newId } from '../../platform/clock/index.js';
import { Database } from '../../platform/db/index.js';
import { parse, text } from '../../platform/http/index.js';
import type { CustomerPrincipal } from '../principals.js';

/** A step as the host page tells it. */
export const StepInput = z.strictObject({ page: text(300), action: text(100), error: text(500).optional() });
export type StepInput = z.output<typeof StepInput>;

type StepRow = { page: string; action: string; error: string | null; at: Date };

/** What the customer did on the host site just before they asked. */
@Injectable()
export class Steps {
  constructor(private readonly database: Database) {}

  /**
   * Keeps the step and lets the oldest go.
   * @throws DeskError `invalid_input`
   */
  async track(principal: CustomerPrincipal, step: StepInput): Promise<void> {
    const { page, action, error } = parse(StepInput, step);
    await this.database.query(
      `WITH added AS (
         INSERT INTO customer_steps (id, customer_id, page, action, error) VALUES ($1, $2, $3, $4, $5)
       )
       DELETE FROM customer_steps WHERE id IN (
         SELECT id FROM customer_steps WHERE customer_id = $2 ORDER BY at DESC, id DESC OFFSET $6)`,
      // The statement does not see the row that it adds, hence one fewer.
      [newId(), principal.customerId, page, action, error ?? null, LIMITS.trackedSteps - 1],
    );
  }

  /** The last steps, newest first. */
  async of(customerId: string): Promise<TrackedStepView[]> {
    const rows = await this.database.query<StepRow>(
      'SELECT page, action, error, at FROM customer_steps WHERE customer_id = $1 ORDER BY at DESC, id DESC LIMIT $2',
      [customerId, LIMITS.trackedSteps],
    );
    return rows.map(({ page, action, error, at }) => ({ page, action, ...(error && { error }), at: at.toISOString() }));
  }
}
