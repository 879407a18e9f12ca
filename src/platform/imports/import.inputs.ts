import { z } from 'zod';
import { LIMITS } from '../../contract/index.js';
import { dto } from '../http/index.js';

/** Which rows of a file one asks for. */
export const rowsQuery = <Outcome extends string>(outcomes: readonly [Outcome, ...Outcome[]]) =>
  dto(
    z.object({
      outcome: z.enum(outcomes).optional(),
      /** Only those that are taken over, and have a warning. */
      warned: z.stringbool().optional(),
      cursor: z.coerce.number().int().min(1).max(1_000_000).optional(),
      limit: z.coerce.number().int().min(1).max(LIMITS.listPage).default(50),
    }),
  );
