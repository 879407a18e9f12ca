import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import {
  LADDER_KEYS,
  type Ladders,
  type LadderView,
  ladderProblems,
  type RungAction,
  type SlaProblem,
} from '../../contract/index.js';
import { auditActor, type StaffPrincipal } from '../../people/index.js';
import { Audit, differences } from '../../platform/audit/index.js';
import { Database, isUniqueViolation, type Transaction } from '../../platform/db/index.js';
import { DeskError, refuse } from '../../platform/errors/index.js';
import { savedAs, type VersionRow, versionedSql } from '../policy/versioned.js';
import { Retimings } from '../retiming/retimings.service.js';

const LADDERS = versionedSql('ladder_versions', 'ladders', 'ladder_version');

const UNKNOWN = `
  SELECT ARRAY(SELECT id FROM unnest($1::uuid[]) AS wanted (id) WHERE NOT EXISTS (
           SELECT FROM staff s WHERE s.id = wanted.id AND s.disabled_at IS NULL)) AS staff,
         ARRAY(SELECT id FROM unnest($2::uuid[]) AS wanted (id) WHERE NOT EXISTS (
           SELECT FROM teams t WHERE t.id = wanted.id AND t.archived_at IS NULL)) AS teams`;

export interface LadderEdit {
  version: number;
  ladders: Ladders;
  note: string;
  retime: boolean;
}

/** Who is told of what, and when. A save makes a new version; clocks that run keep theirs unless the editor says so. */
@Injectable()
export class LadderSettings {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly retimings: Retimings,
  ) {}

  /** @param version undefined: the current one. @throws DeskError `not_found` */
  async read(version?: number): Promise<LadderView> {
    const row = await this.database.one<VersionRow<Ladders>>(LADDERS, [version ?? null]);
    if (!row) throw new DeskError('not_found');
    return { ...savedAs(row), ladders: row.definition };
  }

  /** @throws DeskError `conflict`, `invalid_input` */
  async save(by: StaffPrincipal, { version, ladders, note, retime }: LadderEdit): Promise<LadderView> {
    refuse(ladderProblems(ladders));
    await this.database
      .transaction(async (tx) => {
        const before = await tx.one<VersionRow<Ladders>>(LADDERS, [null]);
        if (before?.version !== version) throw new DeskError('conflict');
        refuse(await strangers(tx, ladders));
        if (!isDeepStrictEqual(before.definition, ladders) || before.note !== note) {
          const next = version + 1;
          await tx.query('INSERT INTO ladder_versions (version, ladders, note, created_by) VALUES ($1, $2, $3, $4)', [
            next,
            JSON.stringify(ladders),
            note,
            by.staffId,
          ]);
          await this.audit.record(tx, {
            actor: auditActor(by),
            action: 'sla_ladders.updated',
            subject: { kind: 'sla_ladders', id: String(next), label: note || `v${next}` },
            changes: differences(before.definition, ladders),
          });
        }
        if (retime) await this.retimings.ask(tx);
      })
      .catch((error: unknown) => {
        throw isUniqueViolation(error, 'ladder_versions_pkey') ? new DeskError('conflict') : error;
      });
    return await this.read();
  }
}

/** People and teams that a ladder names and that are not here. */
async function strangers(tx: Transaction, ladders: Ladders): Promise<SlaProblem[]> {
  const named = namesIn(ladders);
  const row = await tx.one<{ staff: string[]; teams: string[] }>(UNKNOWN, [
    named.filter(({ kind }) => kind === 'staff').map(({ id }) => id),
    named.filter(({ kind }) => kind === 'team').map(({ id }) => id),
  ]);
  const unknown = new Set([...(row?.staff ?? []), ...(row?.teams ?? [])]);
  return named
    .filter(({ id }) => unknown.has(id))
    .map(({ path, kind }) => ({
      path,
      code: 'unknown',
      fix:
        kind === 'staff'
          ? { 'zh-CN': '这位员工不存在或已停用，请另选一位', en: 'nobody who works here; choose somebody else' }
          : { 'zh-CN': '这个小组不存在或已归档，请另选一个', en: 'no team that is in use; choose another' },
    }));
}

interface Named {
  kind: 'staff' | 'team';
  id: string;
  path: string;
}

function namesIn(ladders: Ladders): Named[] {
  return LADDER_KEYS.flatMap((key) =>
    ladders[key].flatMap(({ whom, also }, place) => {
      const path = `ladders.${key}.${place}`;
      const people = whom.map((person, index): Named | undefined =>
        typeof person === 'string'
          ? undefined
          : { kind: 'staff', id: person.staffId, path: `${path}.whom.${index}.staffId` },
      );
      const actions = also.map((action, index) => namedIn(action, `${path}.also.${index}`));
      return [...people, ...actions].filter((named) => named !== undefined);
    }),
  );
}

function namedIn(action: RungAction, path: string): Named | undefined {
  if (action.do === 'add_watcher') return { kind: 'staff', id: action.staffId, path: `${path}.staffId` };
  if (action.do === 'hand_to') return { kind: 'team', id: action.teamId, path: `${path}.teamId` };
  return undefined;
}
