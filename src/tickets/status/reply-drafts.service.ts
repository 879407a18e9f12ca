import { Injectable } from '@nestjs/common';
import { type ErrorCode, LIMITS, type Locale } from '../../contract/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { parse } from '../../platform/http/index.js';
import { asTyped } from './as-typed.js';
import { CasePages, type OpenedCase, type Shown } from './case-pages.service.js';
import type { Refusal } from './notices.texts.js';
import type { FileProblem, FormFields, ReplyFile, ReplyReader } from './reply-form.js';
import { ReplyFields } from './status.inputs.js';
import { StatusReplies, type WaitingFile } from './status-replies.service.js';

/** An answer on its way, and what could not be taken of it. */
export interface ReplyDraft {
  holder: { key: string; locale?: Locale };
  found: OpenedCase;
  once: string;
  body: string;
  files: WaitingFile[];
  isRepeated: boolean;
  refused: Refused | undefined;
}

type Refused = NonNullable<Shown['refused']> & { names?: string[]; retryAfter?: number };

const STATUS: Record<Refusal, number> = {
  moved: 409,
  over: 409,
  too_soon: 429,
  too_many: 429,
  too_large: 413,
  too_many_files: 413,
  too_long: 413,
  wrong_type: 415,
  empty: 400,
  incomplete: 400,
};
const OF_FILES: Record<FileProblem, Refusal> = {
  too_large: 'too_large',
  too_many: 'too_many_files',
  empty: 'wrong_type',
};
const OF_ERRORS: Partial<Record<ErrorCode, Refusal>> = {
  payload_too_large: 'too_large',
  unsupported_media_type: 'wrong_type',
  too_many_requests: 'too_many',
  conversation_closed: 'over',
  invalid_input: 'incomplete',
};

/** Puts an answer together from its form, and posts it whole or not at all. */
@Injectable()
export class ReplyDrafts {
  constructor(
    private readonly pages: CasePages,
    private readonly replies: StatusReplies,
  ) {}

  /** @param number in the address; the form's key must be the one of it */
  reader(number: string): ReplyReader<ReplyDraft> {
    return {
      begin: (fields) => this.begin(number, fields),
      take: (draft, file) => this.take(draft, file),
      refuse: (draft, problem, name) => refuse(draft, OF_FILES[problem], name),
    };
  }

  /** @returns why it was not posted, else undefined */
  async post(draft: ReplyDraft): Promise<Refused | undefined> {
    const { found, once, body, files, isRepeated, refused } = draft;
    if (isRepeated || refused) return refused;
    if (body === '' && files.length === 0) return { refusal: 'empty', status: STATUS.empty };
    if (body.length > LIMITS.messageLength) return { refusal: 'too_long', status: STATUS.too_long };
    try {
      await this.replies.post(found.own, { once, body, attachmentIds: files.map(({ id }) => id) });
      return undefined;
    } catch (error) {
      return refusedBy(error);
    }
  }

  private async begin(number: string, fields: FormFields): Promise<ReplyDraft | undefined> {
    const { key, locale, once, body, attachment } = parse(ReplyFields, fields);
    const found = await this.pages.open(number, key);
    if (!found) return undefined;
    const draft = { holder: { key, locale }, found, once, body: asTyped(body), files: [] as WaitingFile[] };
    try {
      const { isRepeated } = await this.replies.begin(found.own, once);
      const files = isRepeated ? [] : await this.replies.waiting(found.own, attachment);
      return { ...draft, files, isRepeated, refused: undefined };
    } catch (error) {
      return { ...draft, isRepeated: false, refused: refusedBy(error) };
    }
  }

  private async take(draft: ReplyDraft, file: ReplyFile): Promise<void> {
    if (draft.isRepeated || draft.refused?.refusal === 'too_many' || draft.refused?.refusal === 'over') return;
    if (draft.files.length >= LIMITS.attachmentsPerMessage) return refuse(draft, 'too_many_files', file.name);
    try {
      draft.files.push(await this.replies.upload(draft.found.own, file));
    } catch (error) {
      const { refusal, retryAfter } = refusedBy(error);
      refuse(draft, refusal, file.name, retryAfter);
    }
  }
}

/** The first kind of trouble is told, with all files that have it. */
function refuse(draft: ReplyDraft, refusal: Refusal, name: string, retryAfter?: number): void {
  draft.refused ??= { refusal, status: STATUS[refusal], names: [], retryAfter };
  if (draft.refused.refusal === refusal && refusal !== 'too_many' && refusal !== 'over')
    draft.refused.names?.push(name);
}

/** @throws what is no answer to a customer */
function refusedBy(error: unknown): Refused {
  const refusal = error instanceof DeskError ? OF_ERRORS[error.code] : undefined;
  if (!refusal) throw error;
  return { refusal, status: STATUS[refusal], retryAfter: (error as DeskError).extra.retryAfter };
}
