import { Injectable } from '@nestjs/common';
import type {
  ChannelKind,
  ChannelTestView,
  Locale,
  NoticeChannelSettings,
  NoticeChannelView,
} from '../../contract/index.js';
import { auditActor, type StaffPrincipal } from '../../people/index.js';
import { Audit, type Changes, differences } from '../../platform/audit/index.js';
import { newId } from '../../platform/clock/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { FetchRefused, SafeFetch } from '../../platform/fetch/index.js';
import { type RateLimit, RateLimits } from '../../platform/rate-limit/index.js';
import { ChannelWire, type SealedChannel } from './channel-wire.service.js';
import { CHANNELS, INSERT_CHANNEL, UPDATE_CHANNEL } from './channels.sql.js';

const TESTS: RateLimit = { name: 'channel-test', points: 10, seconds: 60 };
const HINT_LENGTH = 4;
const TEST_TEXT: Record<Locale, string> = {
  'zh-CN': '【长明】这是一条测试通知：升级提醒会发到这里。',
  en: '[Porchlight] This is a test: escalations will be told here.',
};

type Row = Omit<NoticeChannelView, 'teamId' | 'last'> & {
  teamId: string | null;
  last: NoticeChannelView['last'] | null;
  [column: string]: unknown;
};
/** Left out: as it is. Null: no secret any more. */
interface Secrets {
  address?: string;
  secret?: string | null;
}

/** What administrators do with the channels of notices. */
@Injectable()
export class ChannelAdmin {
  constructor(
    private readonly database: Database,
    private readonly wire: ChannelWire,
    private readonly safeFetch: SafeFetch,
    private readonly rateLimits: RateLimits,
    private readonly audit: Audit,
  ) {}

  async list(): Promise<NoticeChannelView[]> {
    return (await this.database.query<Row>(`${CHANNELS} ORDER BY c.created_at, c.id`)).map(present);
  }

  /** @throws DeskError `invalid_input` */
  async create(
    by: StaffPrincipal,
    {
      kind,
      address,
      secret,
      ...settings
    }: NoticeChannelSettings & { kind: ChannelKind; address: string; secret?: string },
  ): Promise<NoticeChannelView> {
    this.checkAddress(address);
    const id = newId();
    return await this.database.transaction(async (tx) => {
      await this.checkTeam(tx, settings.teamId);
      await tx.query(INSERT_CHANNEL, [
        id,
        kind,
        settings.name,
        settings.teamId ?? null,
        settings.locale,
        settings.enabled,
        this.wire.seal(id, 'address', address),
        hintOf(address),
        secret === undefined ? null : this.wire.seal(id, 'secret', secret),
      ]);
      await this.record(tx, by, 'created', { id, name: settings.name }, differences({}, { kind, ...settings }));
      return await this.one(tx, id);
    });
  }

  /** @throws DeskError `not_found`, `conflict`, `invalid_input` */
  async update(
    by: StaffPrincipal,
    id: string,
    { version, address, secret, ...settings }: NoticeChannelSettings & Secrets & { version: number },
  ): Promise<NoticeChannelView> {
    if (address !== undefined) this.checkAddress(address);
    return await this.database.transaction(async (tx) => {
      const before = await this.lock(tx, id, version);
      const changes = {
        ...differences(settingsOf(before), settings),
        ...(address !== undefined && { address: { before: before.addressHint, after: hintOf(address) } }),
        ...(secret !== undefined && { secret: { after: secret === null ? 'removed' : 'changed' } }),
      };
      if (Object.keys(changes).length === 0) return before;
      await this.checkTeam(tx, settings.teamId);
      await tx.query(UPDATE_CHANNEL, [
        id,
        settings.name,
        settings.teamId ?? null,
        settings.locale,
        settings.enabled,
        address === undefined ? null : this.wire.seal(id, 'address', address),
        address === undefined ? null : hintOf(address),
        typeof secret === 'string' ? this.wire.seal(id, 'secret', secret) : null,
        secret === null,
      ]);
      await this.record(tx, by, 'updated', { id, name: settings.name }, changes);
      return await this.one(tx, id);
    });
  }

  /** What still waits to be told by it goes with it. @throws DeskError `not_found`, `conflict` */
  async remove(by: StaffPrincipal, id: string, version: number): Promise<void> {
    await this.database.transaction(async (tx) => {
      const before = await this.lock(tx, id, version);
      await tx.query('DELETE FROM notice_channels WHERE id = $1', [id]);
      await this.record(tx, by, 'removed', before, differences({ kind: before.kind, ...settingsOf(before) }, {}));
    });
  }

  /** Says so at once, and tells what the other side answered. @throws DeskError `not_found`, `too_many_requests` */
  async test(by: StaffPrincipal, id: string): Promise<ChannelTestView> {
    await this.rateLimits.consume(TESTS, by.staffId);
    const channel = await this.database.one<SealedChannel & { locale: Locale; [column: string]: unknown }>(
      'SELECT id AS "channelId", kind, locale, address, secret FROM notice_channels WHERE id = $1',
      [id],
    );
    if (!channel) throw new DeskError('not_found');
    const { outcome, answer } = await this.wire.tell(channel, {
      id: newId(),
      text: TEST_TEXT[channel.locale],
      details: { test: true, to: [{ staffId: by.staffId, name: by.name }] },
    });
    return { ok: outcome === 'sent', answer };
  }

  private async checkTeam(tx: Transaction, teamId: string | undefined): Promise<void> {
    if (teamId === undefined || (await tx.one('SELECT 1 FROM teams WHERE id = $1 FOR KEY SHARE', [teamId]))) return;
    throw new DeskError('invalid_input', { errors: [{ path: 'teamId', message: 'there is no such team' }] });
  }

  private async one(tx: Transaction, id: string): Promise<NoticeChannelView> {
    const row = await tx.one<Row>(`${CHANNELS} WHERE c.id = $1`, [id]);
    if (!row) throw new DeskError('not_found');
    return present(row);
  }

  private async lock(tx: Transaction, id: string, version: number): Promise<NoticeChannelView> {
    await tx.query('SELECT 1 FROM notice_channels WHERE id = $1 FOR UPDATE', [id]);
    const before = await this.one(tx, id);
    if (before.version !== version) throw new DeskError('conflict');
    return before;
  }

  private checkAddress(address: string): void {
    try {
      this.safeFetch.check(address);
    } catch (error) {
      if (!(error instanceof FetchRefused)) throw error;
      const message = 'write an https address; an internal one must stand in FETCH_ALLOWED_HOSTS of the server';
      throw new DeskError('invalid_input', { errors: [{ path: 'address', message }] });
    }
  }

  private record(
    tx: Transaction,
    by: StaffPrincipal,
    deed: string,
    { id, name }: { id: string; name: string },
    changes: Changes,
  ): Promise<void> {
    const subject = { kind: 'notice_channel', id, label: name };
    return this.audit.record(tx, { actor: auditActor(by), action: `notice_channel.${deed}`, subject, changes });
  }
}

const settingsOf = ({ name, teamId, locale, enabled }: NoticeChannelView): NoticeChannelSettings => ({
  name,
  ...(teamId && { teamId }),
  locale,
  enabled,
});

function present({ teamId, last, ...row }: Row): NoticeChannelView {
  return { ...row, ...(teamId && { teamId }), ...(last && { last }) };
}

/** Tells robots apart, and opens none. */
function hintOf(address: string): string {
  return `${new URL(address).host} …${address.slice(-HINT_LENGTH)}`;
}
