import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { DeskError } from '../errors/index.js';

/** A request body, query or params class for controllers and for the OpenAPI document. Unknown fields are refused. */
export function dto<Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape>) {
  return createZodDto(schema.strict());
}

/** @throws DeskError `invalid_input` naming every wrong field */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new DeskError('invalid_input', {
    errors: result.error.issues.slice(0, 20).map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
  });
}

/** Validates every argument whose class came from {@link dto}; bare scalars must be parsed by their own schema. */
@Injectable()
export class ZodPipe implements PipeTransform {
  transform(value: unknown, { metatype }: ArgumentMetadata): unknown {
    const schema = (metatype as { schema?: unknown } | undefined)?.schema;
    return schema instanceof z.ZodType ? parse(schema, value) : value;
  }
}
