import { z } from 'zod';
import { CATEGORIES, RETENTION_LIMITS } from '../../contract/index.js';
import { dto, id, pageQuery, text, version } from '../../platform/http/index.js';

const days = z.int().min(1).max(RETENTION_LIMITS.days).optional();

const settings = z.strictObject({
  rules: z
    .array(
      z.strictObject({
        category: z.enum(CATEGORIES).nullable(),
        subCategory: text(60).optional(),
        closeAfterDays: days,
        anonymiseAfterDays: days,
        deleteAfterDays: days,
      }),
    )
    .max(RETENTION_LIMITS.rules),
});

export class RetentionSettingsBody extends dto(z.strictObject({ version, settings })) {}
export class RetentionPreviewBody extends dto(z.strictObject({ settings })) {}
export class RetentionRunParam extends dto(z.object({ id })) {}
export class RetentionKeptQuery extends dto(z.object(pageQuery)) {}
export class RetentionHoldBody extends dto(z.strictObject({ number: text(60), reason: text(300) })) {}
export class RetentionHoldParam extends dto(z.object({ number: text(60) })) {}
