import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { newId } from '../../platform/clock/index.js';
import { Database } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { addressKey, type RateLimit, RateLimits } from '../../platform/rate-limit/index.js';
import { isAppCode } from '../account/codes.js';
import { SecondFactors } from '../account/second-factors.service.js';
import type { StaffPrincipal } from '../principals.js';
import { hashSecret, newSecret } from '../secrets.js';
import { DEMO_PASSWORD, isPassword } from './passwords.js';

/** Slips of one account; generous enough that nobody locks a colleague out for long. */
const PER_ACCOUNT: RateLimit = { name: 'login-account', points: 10, seconds: 15 * 60 };
/**
 * Six digits can be guessed by who has time and the password, and the count above begins anew with each sign-in. This one does
 * not; a recovery code, which nobody guesses, lets in all the same.
 */
const CODES_PER_ACCOUNT: RateLimit = { name: 'login-code', points: 30, seconds: 24 * 60 * 60 };
/** A whole office may sit behind one address. */
const PER_ADDRESS: RateLimit = { name: 'login-address', points: 100, seconds: 15 * 60 };

/** Days until a session ends, however busy. */
export const SESSION_DAYS = 7;
/** Neither ended, nor idle for 12 hours, nor older than {@link SESSION_DAYS}, and its person is still with us. */
const ALIVE = `s.revoked_at IS NULL AND s.expires_at > desk_now() AND s.last_seen_at > desk_now() - interval '12 hours'
  AND p.disabled_at IS NULL`;

const TEAM_IDS = 'ARRAY(SELECT m.team_id FROM team_members m WHERE m.staff_id = p.id ORDER BY m.team_id)';

/** Where a sign-in comes from; kept beside the session so that its owner can recognise it. */
export interface SignInOrigin {
  address: string;
  userAgent: string;
}

export interface OpenSession {
  id: string;
  address: string;
  userAgent: string;
  createdAt: Date;
  lastSeenAt: Date;
  [column: string]: unknown;
}

/** The address itself need not stand in a table of limits. */
const accountKey = (email: string) => hashSecret(email.toLowerCase()).toString('base64url');

@Injectable()
export class StaffSessions implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly rateLimits: RateLimits,
    private readonly secondFactors: SecondFactors,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** So that the first unknown e-mail address is answered no later than the next. */
  async onModuleInit(): Promise<void> {
    await isPassword('', undefined);
  }

  /**
   * Unknown, disabled and mistyped are one answer, and take the same time. Whether there is a second factor learns only who
   * knows the password, and a slip of the code counts like one of the password.
   * @param credentials.code of the authenticator app, or a recovery code
   * @param previousToken the session of the same browser until now: it ends
   * @throws DeskError `wrong_credentials`, `second_factor_required`, `wrong_code`, `too_many_requests`
   */
  async signIn(
    { email, password, code }: { email: string; password: string; code?: string },
    origin: SignInOrigin,
    previousToken?: string,
  ): Promise<{ token: string; staffId: string }> {
    await this.rateLimits.consume(PER_ADDRESS, addressKey(origin.address));
    await this.rateLimits.consume(PER_ACCOUNT, accountKey(email));
    const staff = await this.database.one<{ id: string; hash: string; disabled: boolean }>(
      'SELECT id, password_hash AS hash, disabled_at IS NOT NULL AS disabled FROM staff WHERE email = $1',
      [email.toLowerCase()],
    );
    const right = await isPassword(password, staff?.hash);
    const known = password === DEMO_PASSWORD && !this.config.demo;
    if (!right || known || !staff || staff.disabled) throw new DeskError('wrong_credentials');
    if (code !== undefined && isAppCode(code)) await this.rateLimits.consume(CODES_PER_ACCOUNT, staff.id);
    await this.secondFactors.demand(staff.id, code);
    const token = await this.open(staff.id, origin, staff.hash);
    await this.rateLimits.forget(PER_ACCOUNT, accountKey(email));
    if (previousToken) await this.revokeToken(previousToken);
    return { token, staffId: staff.id };
  }

  /**
   * Whether this is the password of somebody who is signed in already. Slips count like those of a sign-in.
   * @throws DeskError `wrong_credentials`, `too_many_requests`
   */
  async confirmPassword(staffId: string, password: string): Promise<void> {
    const staff = await this.database.one<{ email: string; hash: string }>(
      'SELECT email, password_hash AS hash FROM staff WHERE id = $1',
      [staffId],
    );
    if (!staff) throw new DeskError('not_found');
    await this.rateLimits.consume(PER_ACCOUNT, accountKey(staff.email));
    if (!(await isPassword(password, staff.hash))) throw new DeskError('wrong_credentials');
    await this.rateLimits.forget(PER_ACCOUNT, accountKey(staff.email));
  }

  /**
   * A new session for somebody who has proved who they are.
   * @param passwordHash by which they did: one that is being changed lets nobody in whom the change would not sign out
   * @returns its token, which is stored nowhere
   * @throws DeskError `wrong_credentials` when the proof is out of date
   */
  async open(staffId: string, { address, userAgent }: SignInOrigin, passwordHash?: string): Promise<string> {
    const token = newSecret();
    const opened = await this.database.one(
      `INSERT INTO staff_sessions (id, token_hash, staff_id, expires_at, address, user_agent)
       SELECT $1, $2, p.id, desk_now() + make_interval(days => $4), $5, $6 FROM (
         SELECT id FROM staff WHERE id = $3 AND disabled_at IS NULL AND password_hash = coalesce($7, password_hash) FOR SHARE
       ) AS p RETURNING id`,
      [newId(), hashSecret(token), staffId, SESSION_DAYS, address, userAgent.slice(0, 300), passwordHash ?? null],
    );
    if (!opened) throw new DeskError('wrong_credentials');
    return token;
  }

  /** Who holds this token; undefined when it is unknown, ended, idle too long, or its person disabled. */
  async authenticate(token: string): Promise<StaffPrincipal | undefined> {
    const [row] = await this.database.prepared<StaffPrincipal & { stale: boolean }>(
      'people-authenticate-staff',
      `SELECT s.id AS "sessionId", p.id AS "staffId", p.name, p.role, p.locale,
              ${TEAM_IDS} AS "teamIds",
              s.last_seen_at < desk_now() - interval '1 minute' AS stale
         FROM staff_sessions s JOIN staff p ON p.id = s.staff_id
        WHERE s.token_hash = $1 AND ${ALIVE}`,
      [hashSecret(token)],
    );
    if (!row) return undefined;
    const { stale, ...principal } = row;
    if (stale)
      await this.database.query('UPDATE staff_sessions SET last_seen_at = desk_now() WHERE id = $1', [row.sessionId]);
    return principal;
  }

  /**
   * What each of these sessions may now, by session id. Sockets of those that are missing are to be cut, and those of
   * people who have changed role or team have to come in anew.
   */
  async rights(sessionIds: readonly string[]): Promise<Map<string, Pick<StaffPrincipal, 'role' | 'teamIds'>>> {
    if (sessionIds.length === 0) return new Map();
    const rows = await this.database.query<{ id: string } & Pick<StaffPrincipal, 'role' | 'teamIds'>>(
      `SELECT s.id, p.role, ${TEAM_IDS} AS "teamIds"
         FROM staff_sessions s JOIN staff p ON p.id = s.staff_id WHERE s.id = ANY($1::uuid[]) AND ${ALIVE}`,
      [sessionIds],
    );
    return new Map(rows.map(({ id, ...rights }) => [id, rights]));
  }

  /** Those of this person that still let in, the one used last first. */
  async of(staffId: string): Promise<OpenSession[]> {
    return await this.database.query<OpenSession>(
      `SELECT s.id, s.address, s.user_agent AS "userAgent", s.created_at AS "createdAt", s.last_seen_at AS "lastSeenAt"
         FROM staff_sessions s JOIN staff p ON p.id = s.staff_id
        WHERE s.staff_id = $1 AND ${ALIVE} ORDER BY s.last_seen_at DESC, s.id LIMIT 100`,
      [staffId],
    );
  }

  /** Whether it still lets in, for who has been let in a while ago. @throws DeskError `unauthenticated` */
  async insist({ sessionId }: Pick<StaffPrincipal, 'sessionId'>): Promise<void> {
    const [alive] = await this.database.prepared(
      'people-insist-session',
      `SELECT 1 AS alive FROM staff_sessions s JOIN staff p ON p.id = s.staff_id WHERE s.id = $1 AND ${ALIVE}`,
      [sessionId],
    );
    if (!alive) throw new DeskError('unauthenticated');
  }

  /** Ends one of this person's own sessions. @throws DeskError `not_found` */
  async revokeOwn(staffId: string, sessionId: string): Promise<void> {
    const ended = await this.database.one(
      'UPDATE staff_sessions SET revoked_at = desk_now() WHERE id = $1 AND staff_id = $2 AND revoked_at IS NULL RETURNING id',
      [sessionId, staffId],
    );
    if (!ended) throw new DeskError('not_found');
  }

  /** Ends this session at once; its sockets go within seconds. */
  async revoke(sessionId: string): Promise<void> {
    await this.database.query(
      'UPDATE staff_sessions SET revoked_at = desk_now() WHERE id = $1 AND revoked_at IS NULL',
      [sessionId],
    );
  }

  private async revokeToken(token: string): Promise<void> {
    await this.database.query(
      'UPDATE staff_sessions SET revoked_at = desk_now() WHERE token_hash = $1 AND revoked_at IS NULL',
      [hashSecret(token)],
    );
  }
}
