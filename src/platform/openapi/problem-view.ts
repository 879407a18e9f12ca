import { z } from 'zod';
import { ERROR_CODES, type Problem } from '../../contract/index.js';
import { view } from './views.js';

/** RFC 9457, as every error leaves. */
export const ProblemView = view(
  'Problem',
  z.object({
    type: z.string(),
    code: z.enum(ERROR_CODES),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    requestId: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    retryAfter: z.int().optional(),
  }) satisfies z.ZodType<Problem>,
);
