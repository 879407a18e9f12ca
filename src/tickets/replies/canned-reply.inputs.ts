import { z } from 'zod';
import { CATEGORIES, REPLY_LIMITS } from '../../contract/index.js';
import { bothLanguages, dto, id, version } from '../../platform/http/index.js';

const settings = {
  title: bothLanguages(REPLY_LIMITS.title),
  body: bothLanguages(REPLY_LIMITS.body),
  category: z.enum(CATEGORIES).optional(),
  teamId: id.optional(),
};

export class NewCannedReplyBody extends dto(z.object(settings)) {}
export class CannedReplyBody extends dto(z.object({ version, ...settings })) {}
export class CannedReplyVersionBody extends dto(z.object({ version })) {}
export class CannedReplyParam extends dto(z.object({ id })) {}
export class ReplyVariablesParam extends dto(z.object({ number: z.string().min(1).max(60), conversationId: id })) {}
