import { Injectable } from '@nestjs/common';
import { type ErrorCode, type FormValues, LIMITS } from '../../../contract/index.js';
import { Attachments } from '../../../conversations/index.js';
import { DeskError } from '../../../platform/errors/index.js';
import { parse } from '../../../platform/http/index.js';
import { addressKey, type RateLimit, RateLimits } from '../../../platform/rate-limit/index.js';
import { asTyped } from '../../status/as-typed.js';
import type { FileProblem, FormFields, ReplyFile, ReplyReader } from '../../status/reply-form.js';
import type { CaseDraft } from './case-draft.js';
import { DraftFields } from './form.inputs.js';
import type { Notice } from './form.texts.js';
import { FormSeals } from './form-seals.service.js';

/** Files by address: an office has one, and each of its people may send a few. */
const FILES: RateLimit = { name: 'case-form-files', points: 60, seconds: 3_600 };
const FIELD = /^form\.(.{1,60})$/s;

/** A form that is being read. */
export interface Reading {
  draft: CaseDraft;
  /** Whether the seal is one of ours, and young enough. */
  seal: 'good' | 'stale' | 'forged';
  /** The first kind of trouble with files, with all that have it. */
  refused: { notice: Notice; names: string[]; retryAfter?: number } | undefined;
}

const OF_FILES: Record<FileProblem, Notice> = {
  too_large: 'too_large',
  too_many: 'too_many_files',
  empty: 'wrong_type',
};
const OF_ERRORS: Partial<Record<ErrorCode, Notice>> = {
  payload_too_large: 'too_large',
  unsupported_media_type: 'wrong_type',
  too_many_requests: 'too_many',
};

/** Takes a form apart as it comes in, and keeps its files until it is sent for good. */
@Injectable()
export class CaseDrafts {
  constructor(
    private readonly attachments: Attachments,
    private readonly seals: FormSeals,
    private readonly limits: RateLimits,
  ) {}

  /** @param address of who sends it */
  reader(address: string): ReplyReader<Reading> {
    return {
      begin: (fields) => this.begin(fields),
      take: (reading, file) => this.take(reading, file, address),
      refuse: (reading, problem, name) => refuse(reading, OF_FILES[problem], name),
    };
  }

  private async begin(fields: FormFields): Promise<Reading> {
    const { once, seal, body, website, seen, attachment, name, phone, email, ...where } = parse(DraftFields, fields);
    const judged = this.seals.judge({ once, seal });
    // Of a form that is not ours there are no files; of an old one its owner still has them.
    const files =
      judged === 'forged' ? [] : await this.attachments.ofForm(once, attachment, LIMITS.attachmentsPerMessage);
    return {
      seal: judged,
      refused: undefined,
      draft: {
        ...where,
        ...(judged === 'good' ? { once, seal } : this.seals.issue(judged === 'forged' ? undefined : once)),
        name: asTyped(name),
        phone: asTyped(phone),
        email: asTyped(email),
        words: asTyped(body),
        values: valuesIn(fields),
        files: files.map(({ id, name: called, size }) => ({ id, name: called, size })),
        seen: seen !== '',
        trapped: website !== '',
      },
    };
  }

  private async take(reading: Reading, { name, content }: ReplyFile, address: string): Promise<void> {
    const { draft, seal, refused } = reading;
    if (seal === 'forged' || draft.trapped || refused?.notice === 'too_many') return;
    if (draft.files.length >= LIMITS.attachmentsPerMessage) return refuse(reading, 'too_many_files', name);
    try {
      await this.limits.consume(FILES, addressKey(address));
      const file = await this.attachments.uploadToForm(draft.once, name, content);
      draft.files.push({ id: file.id, name: file.name, size: file.size });
    } catch (error) {
      const notice = error instanceof DeskError ? OF_ERRORS[error.code] : undefined;
      if (!notice) throw error;
      refuse(reading, notice, name, (error as DeskError).extra.retryAfter);
    }
  }
}

function refuse(reading: Reading, notice: Notice, name: string, retryAfter?: number): void {
  reading.refused ??= { notice, names: [], retryAfter };
  if (reading.refused.notice === notice && notice !== 'too_many') reading.refused.names.push(name);
}

/** Boxes with one name are one value, as forms keep it. */
function valuesIn(fields: FormFields): FormValues {
  const entries = Object.entries(fields).flatMap(([name, value]): [string, string][] => {
    const key = FIELD.exec(name)?.[1];
    const said = asTyped([value].flat().join(','));
    return key && said !== '' ? [[key, said]] : [];
  });
  return Object.fromEntries(entries);
}
