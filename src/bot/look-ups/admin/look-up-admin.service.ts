import { Injectable } from '@nestjs/common';
import {
  BOT_LOOK_UP_LIMITS,
  type BotLookUpSettings,
  type BotLookUpTrialView,
  type BotLookUpView,
  type Locale,
} from '../../../contract/index.js';
import { auditActor, type StaffPrincipal } from '../../../people/index.js';
import { Audit, type Changes, differences } from '../../../platform/audit/index.js';
import { newId } from '../../../platform/clock/index.js';
import { Database, type Transaction } from '../../../platform/db/index.js';
import { DeskError } from '../../../platform/errors/index.js';
import { FetchRefused, SafeFetch } from '../../../platform/fetch/index.js';
import { type RateLimit, RateLimits } from '../../../platform/rate-limit/index.js';
import { HostCalls } from '../host/host-calls.service.js';
import { HOST_LOOK_UPS, HostLookUps } from '../host/host-look-ups.service.js';

const TRIALS: RateLimit = { name: 'bot-look-up-trial', points: 20, seconds: 60 };
const TAKEN = { path: 'key', message: 'this site has a look-up of that key' };
const NO_SITE = { path: 'siteId', message: 'there is no such site' };
const TOO_MANY = {
  'zh-CN': `最多 ${BOT_LOOK_UP_LIMITS.lookUps} 个机器人查询。请先改用已有的。`,
  en: `There can be ${BOT_LOOK_UP_LIMITS.lookUps} look-ups at most. Change one that is there.`,
};

type Row = Omit<BotLookUpView, 'input'> & { input: BotLookUpSettings['input'] | null; [column: string]: unknown };

/** What administrators do with the look-ups of host sites. */
@Injectable()
export class LookUpAdmin {
  constructor(
    private readonly database: Database,
    private readonly lookUps: HostLookUps,
    private readonly calls: HostCalls,
    private readonly safeFetch: SafeFetch,
    private readonly rateLimits: RateLimits,
    private readonly audit: Audit,
  ) {}

  async list(): Promise<BotLookUpView[]> {
    return (await this.database.query<Row>(`${HOST_LOOK_UPS} ORDER BY created_at, id`)).map(present);
  }

  /** @throws DeskError `invalid_input` */
  async create(
    by: StaffPrincipal,
    { siteId, key, ...settings }: BotLookUpSettings & { siteId: string; key: string },
  ): Promise<BotLookUpView> {
    this.checkUrl(settings.url);
    const id = newId();
    const created = await this.database.transaction(async (tx) => {
      await this.checkPlace(tx, siteId, key);
      await tx.query(
        `INSERT INTO bot_look_ups (name, category, input, words, url, enabled, id, site_id, key)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [...columnsOf(settings), id, siteId, key],
      );
      await this.record(tx, by, 'created', { id, ...settings }, differences({}, { key, ...settings }));
      return await this.one(tx, id);
    });
    this.lookUps.forget();
    return created;
  }

  /** Its site and key stay: the host knows it by them. @throws DeskError `not_found`, `conflict`, `invalid_input` */
  async update(
    by: StaffPrincipal,
    id: string,
    { version, ...settings }: BotLookUpSettings & { version: number },
  ): Promise<BotLookUpView> {
    this.checkUrl(settings.url);
    const updated = await this.database.transaction(async (tx) => {
      await tx.query('SELECT 1 FROM bot_look_ups WHERE id = $1 FOR UPDATE', [id]);
      const before = await this.one(tx, id);
      if (before.version !== version) throw new DeskError('conflict');
      const changes = differences(settingsOf(before), settings);
      if (Object.keys(changes).length === 0) return before;
      await tx.query(
        `UPDATE bot_look_ups SET name = $1, category = $2, input = $3, words = $4, url = $5, enabled = $6, version = version + 1
         WHERE id = $7`,
        [...columnsOf(settings), id],
      );
      await this.record(tx, by, 'updated', { id, ...settings }, changes);
      return await this.one(tx, id);
    });
    this.lookUps.forget();
    return updated;
  }

  /**
   * Asks the host at once, as for a customer. It shows facts of that customer, so it stands in the log who looked.
   * @throws DeskError `not_found`, `too_many_requests`
   */
  async try(
    by: StaffPrincipal,
    id: string,
    { customer, shop, input, locale }: { customer: string; shop?: string; input?: string; locale: Locale },
  ): Promise<BotLookUpTrialView> {
    await this.rateLimits.consume(TRIALS, by.staffId);
    const lookUp = await this.database.transaction(async (tx) => {
      const found = await this.one(tx, id);
      await this.record(tx, by, 'tried', found, {
        customer: { after: customer },
        ...(input && { input: { after: input } }),
      });
      return found;
    });
    const started = performance.now();
    const { outcome, card, reason } = await this.calls.try(lookUp, {
      lookUp: lookUp.key,
      customer,
      shop: shop ?? null,
      input: input ?? null,
      locale,
    });
    return {
      outcome: outcome === 'unverified' ? 'failed' : outcome,
      ...(card && { card }),
      ...(reason && { reason }),
      milliseconds: Math.round(performance.now() - started),
    };
  }

  private async checkPlace(tx: Transaction, siteId: string, key: string): Promise<void> {
    if (!(await tx.one('SELECT 1 FROM sites WHERE id = $1 FOR UPDATE', [siteId])))
      throw new DeskError('invalid_input', { errors: [NO_SITE] });
    if (await tx.one('SELECT 1 FROM bot_look_ups WHERE site_id = $1 AND key = $2', [siteId, key]))
      throw new DeskError('invalid_input', { errors: [TAKEN] });
    const row = await tx.one<{ count: number }>('SELECT count(*)::int AS count FROM bot_look_ups');
    if ((row?.count ?? 0) >= BOT_LOOK_UP_LIMITS.lookUps)
      throw new DeskError('illegal_transition', { detail: TOO_MANY });
  }

  private checkUrl(url: string): void {
    try {
      this.safeFetch.check(url);
    } catch (error) {
      if (!(error instanceof FetchRefused)) throw error;
      const message = 'write an https address; an internal one must stand in FETCH_ALLOWED_HOSTS of the server';
      throw new DeskError('invalid_input', { errors: [{ path: 'url', message }] });
    }
  }

  private async one(tx: Transaction, id: string): Promise<BotLookUpView> {
    const row = await tx.one<Row>(`${HOST_LOOK_UPS} WHERE id = $1`, [id]);
    if (!row) throw new DeskError('not_found');
    return present(row);
  }

  private record(
    tx: Transaction,
    by: StaffPrincipal,
    deed: string,
    { id, name }: { id: string; name: BotLookUpSettings['name'] },
    changes: Changes,
  ): Promise<void> {
    const subject = { kind: 'bot_look_up', id, label: name[by.locale] };
    return this.audit.record(tx, { actor: auditActor(by), action: `bot_look_up.${deed}`, subject, changes });
  }
}

const columnsOf = ({ name, category, input, words, url, enabled }: BotLookUpSettings): unknown[] => [
  name,
  category,
  input ?? null,
  words,
  url,
  enabled,
];

const settingsOf = ({ id: _, siteId: __, key: ___, version: ____, ...settings }: BotLookUpView): BotLookUpSettings =>
  settings;

function present({ input, ...row }: Row): BotLookUpView {
  return { ...row, ...(input && { input }) };
}
