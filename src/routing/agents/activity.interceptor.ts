import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Presences } from './presences.service.js';

/** Whoever of the staff changes something is at work. Screens read by themselves: that says nothing. */
@Injectable()
export class ActivityInterceptor implements NestInterceptor {
  constructor(private readonly presences: Presences) {}

  intercept(context: ExecutionContext, next: CallHandler): ReturnType<CallHandler['handle']> {
    if (context.getType() === 'http') {
      const { staff, method } = context.switchToHttp().getRequest<FastifyRequest>();
      if (staff && method !== 'GET') this.presences.noteActive(staff.staffId);
    }
    return next.handle();
  }
}
