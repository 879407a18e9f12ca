import '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { LIMITS } from '../../contract/index.js';
import { DeskError } from '../../platform/errors/index.js';

/** Bytes of one field: the longest message in characters of three bytes, and what people paste beyond it. */
const FIELD_BYTES = 64 * 1024;

export interface ReplyFile {
  name: string;
  content: Buffer;
}

/** Why a file was not taken. */
export type FileProblem = 'too_large' | 'too_many' | 'empty';

export type FormFields = Record<string, string | string[]>;

export interface ReplyReader<Draft> {
  /** Gets the fields that came before the first file, or all; undefined: whose form this is has no business here. */
  begin(fields: FormFields): Promise<Draft | undefined>;
  take(draft: Draft, file: ReplyFile): Promise<void>;
  refuse(draft: Draft, problem: FileProblem, name: string): void;
}

/**
 * Reads a form of fields and files to its end, one file in memory at a time. What is too much is passed over, so that the
 * sender gets an answer instead of a broken line.
 * @throws what the reader throws at the beginning, when the form has been read; DeskError `unsupported_media_type` for
 * another kind of body
 */
export async function readReplyForm<Draft>(
  request: FastifyRequest,
  reader: ReplyReader<Draft>,
  mostFields = 30,
): Promise<Draft | undefined> {
  if (!request.isMultipart()) throw new DeskError('unsupported_media_type');
  const fields: FormFields = {};
  let begun: Promise<Draft | undefined> | undefined;
  let count = 0;
  const limits = { fileSize: LIMITS.attachmentBytes, files: 50, fields: mostFields, fieldSize: FIELD_BYTES };
  for await (const part of request.parts({ limits, throwFileSizeLimit: false } as object)) {
    if (part.type === 'field') {
      add(fields, part.fieldname, String(part.value));
      continue;
    }
    begun ??= reader.begin(fields);
    const draft = await begun.catch(() => undefined);
    const name = part.filename ?? '';
    if (!draft || count >= LIMITS.attachmentsPerMessage) {
      await passOver(part.file);
      if (draft && name) reader.refuse(draft, 'too_many', name);
      continue;
    }
    const content = await part.toBuffer();
    // A field for files that was left empty.
    if (content.length === 0 && !name) continue;
    count += 1;
    if (part.file.truncated) reader.refuse(draft, 'too_large', name);
    else if (content.length === 0) reader.refuse(draft, 'empty', name);
    else await reader.take(draft, { name, content });
  }
  return await (begun ?? reader.begin(fields));
}

async function passOver(file: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of file);
}

function add(fields: FormFields, name: string, value: string): void {
  const before = Object.hasOwn(fields, name) ? fields[name] : undefined;
  const values = before === undefined ? value : [before, value].flat();
  Object.defineProperty(fields, name, { value: values, enumerable: true, configurable: true, writable: true });
}
