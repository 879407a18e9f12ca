import '@fastify/multipart';
import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { DeskError } from '../errors/index.js';
import { parse } from '../http/index.js';

interface Wanted<Options extends z.ZodType> {
  /** Bytes. */
  limit: number;
  options: Options;
  /** When none come with the file; without it they must. */
  otherwise?: z.output<Options>;
  /** Whether it can be such a file at all, by its first bytes: what is certainly none is refused before it is stored. */
  mayBe: (content: Buffer) => boolean;
}

interface Upload<Options extends z.ZodType> {
  fileName: string;
  content: Buffer;
  options: z.output<Options>;
}

/** The file of a form, and the options before it. @throws DeskError `unsupported_media_type`, `payload_too_large`, `invalid_input` */
export async function readUpload<Options extends z.ZodType>(
  request: FastifyRequest,
  { limit, options, otherwise, mayBe }: Wanted<Options>,
): Promise<Upload<Options>> {
  const part = request.isMultipart() ? await request.file({ limits: { fileSize: limit } }) : undefined;
  if (!part) throw new DeskError('unsupported_media_type');
  const field = part.fields.options;
  const given = field && !Array.isArray(field) && field.type === 'field' ? String(field.value) : undefined;
  const chosen = given === undefined && otherwise !== undefined ? otherwise : parse(options, fromJson(given ?? ''));
  const content = await part.toBuffer();
  if (!mayBe(content)) throw new DeskError('unsupported_media_type');
  return { fileName: part.filename ?? '', content, options: chosen };
}

/** Of the route that takes it. @param required which of its fields */
export const TakesUpload = (...required: ('options' | 'file')[]): MethodDecorator =>
  applyDecorators(
    ApiConsumes('multipart/form-data'),
    ApiBody({
      schema: {
        type: 'object',
        required,
        properties: {
          options: { type: 'string', description: 'JSON, as of a check; must come before the file' },
          file: { type: 'string', format: 'binary' },
        },
      },
    }),
  );

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DeskError('invalid_input', { errors: [{ path: 'options', message: 'is no JSON' }], cause });
  }
}
