import { type CanActivate, type ExecutionContext, Inject, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../config.js';
import type { StaffRole } from '../../contract/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { PUBLIC, PUBLIC_IN_DEMO } from '../../platform/http/index.js';
import type { StaffPrincipal } from '../principals.js';
import { ROLES } from './roles.decorator.js';
import { changesState, isSameOrigin } from './same-origin.js';
import { sessionCookieName } from './session-cookie.js';
import { StaffSessions } from './staff-sessions.service.js';

const OWN_PAGES = 'own pages only';

/** For public routes that hand out a session: refuses what a foreign page sends. */
export const OwnPagesOnly = () => SetMetadata(OWN_PAGES, true);

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard alone. */
    staff?: StaffPrincipal;
  }
}

/** Every HTTP route needs a staff session unless it is `@Public()`, and its role where it has `@Roles()`. Sockets authenticate in their own middleware. */
@Injectable()
export class StaffGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: StaffSessions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const told = <T>(key: string) =>
      this.reflector.getAllAndOverride<T | undefined>(key, [context.getHandler(), context.getClass()]);
    const open = told<boolean>(PUBLIC) || (this.config.demo && told<boolean>(PUBLIC_IN_DEMO));
    const token = request.cookies[sessionCookieName(this.config)];
    if (
      (token || !open || told<boolean>(OWN_PAGES)) &&
      changesState(request.method) &&
      !isSameOrigin(request, this.config.publicUrl)
    )
      throw new DeskError('origin_not_allowed');
    if (open) return true;
    const principal = token ? await this.sessions.authenticate(token) : undefined;
    if (!principal) throw new DeskError('unauthenticated');
    const roles = told<StaffRole[]>(ROLES);
    if (roles && !roles.includes(principal.role)) throw new DeskError('forbidden');
    request.staff = principal;
    return true;
  }
}
