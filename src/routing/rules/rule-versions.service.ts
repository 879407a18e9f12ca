import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import {
  type RoutingRules,
  type RoutingRulesView,
  type RoutingWarning,
  routingRulesProblems,
} from '../../contract/index.js';
import { auditActor, type StaffPrincipal } from '../../people/index.js';
import { Audit, differences } from '../../platform/audit/index.js';
import { Database, isUniqueViolation, type Transaction } from '../../platform/db/index.js';
import { DeskError, refuse } from '../../platform/errors/index.js';
import { Dispatch } from '../assignment/dispatch.service.js';
import { Queue } from '../queue/queue.service.js';

interface Row {
  version: number;
  rules: RoutingRules;
  note: string;
  createdAt: Date;
  createdBy: string | null;
  [column: string]: unknown;
}

const RULES = `
  SELECT r.version, r.rules, r.note, r.created_at AS "createdAt", s.name AS "createdBy"
  FROM routing_rules r LEFT JOIN staff s ON s.id = r.created_by
  WHERE r.version = coalesce($1::int, (SELECT max(version) FROM routing_rules))`;

/** Which of these skills somebody who may be given work has, at these proficiencies. */
const HAD = `
  SELECT wanted.place FROM unnest($1::text[], $2::int[]) WITH ORDINALITY AS wanted (skill, minimum, place)
  WHERE EXISTS (
    SELECT FROM agent_profiles p JOIN staff s ON s.id = p.staff_id AND s.disabled_at IS NULL AND s.joined_at IS NOT NULL
    WHERE (p.skills ->> wanted.skill)::int >= wanted.minimum)`;

/** What holds for all teams. A save makes a new version, by which everybody who waits is ranked at once. */
@Injectable()
export class RuleVersions {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly queue: Queue,
    private readonly dispatch: Dispatch,
  ) {}

  /** @param version undefined: the current one. @throws DeskError `not_found` */
  async read(version?: number): Promise<RoutingRulesView> {
    const row = await this.database.one<Row>(RULES, [version ?? null]);
    if (!row) throw new DeskError('not_found');
    const { createdAt, createdBy, ...saved } = row;
    const warnings = await this.warningsOf(row.rules);
    return { ...saved, createdAt: createdAt.toISOString(), ...(createdBy && { createdBy }), warnings };
  }

  /** @throws DeskError `conflict`, `invalid_input` */
  async save(
    by: StaffPrincipal,
    { version, rules, note }: { version: number; rules: RoutingRules; note: string },
  ): Promise<RoutingRulesView> {
    refuse(routingRulesProblems(rules));
    await this.database
      .transaction(async (tx) => {
        const before = await tx.one<Row>(RULES, [null]);
        if (before?.version !== version) throw new DeskError('conflict');
        if (isDeepStrictEqual(before.rules, rules) && before.note === note) return;
        await tx.query('INSERT INTO routing_rules (version, rules, note, created_by) VALUES ($1, $2, $3, $4)', [
          version + 1,
          JSON.stringify(rules),
          note,
          by.staffId,
        ]);
        await this.audit.record(tx, {
          actor: auditActor(by),
          action: 'routing_rules.updated',
          subject: { kind: 'routing_rules', id: String(version + 1), label: note || `v${version + 1}` },
          changes: differences(before.rules, rules),
        });
        await this.rankAnew(tx);
      })
      .catch((error: unknown) => {
        throw isUniqueViolation(error, 'routing_rules_pkey') ? new DeskError('conflict') : error;
      });
    return await this.read();
  }

  private async rankAnew(tx: Transaction): Promise<void> {
    await this.queue.hold(tx);
    const teams = await this.queue.syncAll(tx);
    tx.afterCommit(() => {
      for (const team of teams) void this.dispatch.wake(team);
    });
  }

  private async warningsOf({ needs }: RoutingRules): Promise<RoutingWarning[]> {
    const had = await this.database.query<{ place: string }>(HAD, [
      needs.map(({ skill }) => skill),
      needs.map(({ minimum }) => minimum),
    ]);
    const places = new Set(had.map(({ place }) => Number(place) - 1));
    return needs.flatMap(({ required }, place) =>
      places.has(place)
        ? []
        : [{ path: `rules.needs.${place}.skill`, code: 'nobody_has_skill', message: NOBODY[`${required}`] }],
    );
  }
}

const NOBODY = {
  true: {
    'zh-CN': '目前没有人达到这个技能要求：这类工单要等到放宽后才有人接待',
    en: 'Nobody has this skill at present: such cases wait until it is required no more',
  },
  false: {
    'zh-CN': '目前没有人达到这个技能要求，暂不起作用',
    en: 'Nobody has this skill at present; it makes no difference',
  },
};
