import { z } from 'zod';
import { LIMITS } from '../../contract/index.js';
import { text } from './text.js';

/** Of a row that people edit, as the editor saw it: tells whether somebody was there in between. */
export const version = z.int().min(1);

/** One text in each language. */
export const bothLanguages = (maximum: number) => z.strictObject({ 'zh-CN': text(maximum), en: text(maximum) });

/** Fields of the query of a list that comes in pages. */
export const pageQuery = {
  cursor: z.string().min(1).max(400).optional(),
  limit: z.coerce.number().int().min(1).max(LIMITS.listPage).default(50),
};
