import '@fastify/cookie';
import type { FastifyReply } from 'fastify';
import type { Config } from '../../config.js';
import { SESSION_DAYS } from './staff-sessions.service.js';

/** `__Host-` makes the browser insist on Secure, no Domain and the root path; it needs https. */
export function sessionCookieName(config: Pick<Config, 'secureCookies'>): string {
  return config.secureCookies ? '__Host-porchlight' : 'porchlight';
}

export function setSessionCookie(reply: FastifyReply, config: Config, token: string): void {
  reply.setCookie(sessionCookieName(config), token, { ...attributes(config), maxAge: SESSION_DAYS * 24 * 60 * 60 });
}

export function clearSessionCookie(reply: FastifyReply, config: Config): void {
  reply.clearCookie(sessionCookieName(config), attributes(config));
}

function attributes(config: Config) {
  return { httpOnly: true, sameSite: 'lax', secure: config.secureCookies, path: '/' } as const;
}
