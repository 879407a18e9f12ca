import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';
import type { ErrorCode } from '../../contract/index.js';
import { statusOf } from '../errors/index.js';
import { ProblemView } from './problem-view.js';
import { nameOf, reference } from './views.js';

/**
 * What a route answers: its status, the schema of its body (null: none) and the problems that are peculiar to it.
 * What any route may answer (`unauthenticated`, `invalid_input`, …) is documented for all alike.
 */
export function Answers(status: number, schema: z.ZodType | null, ...problems: ErrorCode[]): MethodDecorator {
  const codes = new Map<number, ErrorCode[]>();
  for (const code of problems) codes.set(statusOf(code), [...(codes.get(statusOf(code)) ?? []), code]);
  return applyDecorators(
    HttpCode(status),
    ApiResponse({
      status,
      description: schema ? nameOf(schema) : 'done',
      ...(schema && { content: { 'application/json': { schema: reference(nameOf(schema)) } } }),
    }),
    ...[...codes].map(([problemStatus, names]) => ApiProblem(problemStatus, names.join(', '))),
  );
}

/** What a route answers that hands out a file. @param type its media type */
export function AnswersFile(type: string, ...problems: ErrorCode[]): MethodDecorator {
  return applyDecorators(
    Answers(200, null, ...problems),
    ApiResponse({ status: 200, description: 'a file', content: { [type]: { schema: { type: 'string' } } } }),
  );
}

function ApiProblem(status: number, description: string): MethodDecorator {
  const schema = reference(nameOf(ProblemView));
  return ApiResponse({ status, description, content: { 'application/problem+json': { schema } } }) as MethodDecorator;
}
