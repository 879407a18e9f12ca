import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { type PolicyTargets, type PolicyView, policyProblems, type RetimePreview } from '../../contract/index.js';
import { auditActor, type StaffPrincipal } from '../../people/index.js';
import { Audit, differences } from '../../platform/audit/index.js';
import { Database, isUniqueViolation, type Transaction } from '../../platform/db/index.js';
import { DeskError, refuse } from '../../platform/errors/index.js';
import { CalendarReach } from '../calendar/calendar-reach.service.js';
import { RetimePreviews } from '../previews/retime-previews.service.js';
import { Retimings } from '../retiming/retimings.service.js';
import { effectiveTargets, uncoveredTargets } from './effective.js';
import { savedAs, type VersionRow, versionedSql } from './versioned.js';

const POLICY = versionedSql('policy_versions', 'targets', 'policy_version');

export interface PolicyEdit {
  /** What the editor had before their eyes. */
  version: number;
  targets: PolicyTargets;
  note: string;
  retime: boolean;
}

/** Targets by tier, priority, mode and kind. A save makes a new version; clocks that run keep theirs unless the editor says so. */
@Injectable()
export class Policies {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly retimings: Retimings,
    private readonly previews: RetimePreviews,
    private readonly reach: CalendarReach,
  ) {}

  /** @param version undefined: the current one. @throws DeskError `not_found` */
  async read(version?: number): Promise<PolicyView> {
    const row = await this.database.one<VersionRow<PolicyTargets>>(POLICY, [version ?? null]);
    if (!row) throw new DeskError('not_found');
    const { definition: targets } = row;
    return { ...savedAs(row), targets, effective: effectiveTargets(targets), uncovered: uncoveredTargets(targets) };
  }

  /** @throws DeskError `conflict`, `invalid_input` */
  async save(by: StaffPrincipal, { version, targets, note, retime }: PolicyEdit): Promise<PolicyView> {
    refuse(policyProblems(targets));
    await this.database
      .transaction(async (tx) => {
        const before = await tx.one<VersionRow<PolicyTargets>>(POLICY, [null]);
        if (before?.version !== version) throw new DeskError('conflict');
        refuse(await this.reach.problemsOf(tx, targets));
        const changes = differences(before.definition, targets);
        if (!isDeepStrictEqual(before.definition, targets) || before.note !== note)
          await this.write(tx, by, { version: version + 1, targets, note }, changes);
        if (retime) await this.retimings.ask(tx);
      })
      .catch((error: unknown) => {
        throw isUniqueViolation(error, 'policy_versions_pkey') ? new DeskError('conflict') : error;
      });
    return await this.read();
  }

  /** What it would do to the clocks that run to go by these targets. @throws DeskError `invalid_input` */
  async preview(targets: PolicyTargets): Promise<RetimePreview> {
    refuse(policyProblems(targets));
    return await this.previews.ofPolicy(targets);
  }

  private async write(
    tx: Transaction,
    by: StaffPrincipal,
    { version, targets, note }: Omit<PolicyEdit, 'retime'>,
    changes: ReturnType<typeof differences>,
  ): Promise<void> {
    await tx.query('INSERT INTO policy_versions (version, targets, note, created_by) VALUES ($1, $2, $3, $4)', [
      version,
      JSON.stringify(targets),
      note,
      by.staffId,
    ]);
    await this.audit.record(tx, {
      actor: auditActor(by),
      action: 'sla_policy.updated',
      subject: { kind: 'sla_policy', id: String(version), label: note || `v${version}` },
      changes,
    });
  }
}
