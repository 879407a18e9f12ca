import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DeskError } from '../../platform/errors/index.js';
import type { StaffPrincipal } from '../principals.js';

/** The {@link StaffPrincipal} of the request's session. */
export const CurrentStaff = createParamDecorator((_: unknown, context: ExecutionContext): StaffPrincipal => {
  const { staff } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!staff) throw new DeskError('unauthenticated');
  return staff;
});
