/** SQL of a versioned document with how many clocks go by it. @param column of `clocks` that names the version */
export const versionedSql = (table: 'policy_versions' | 'ladder_versions', definition: string, column: string) => `
  SELECT v.version, v.${definition} AS definition, v.note, v.created_at AS "createdAt", s.name AS "createdBy",
         (SELECT count(*)::int FROM clocks c WHERE c.state = 'running' AND c.${column} = v.version) AS "runningClocks",
         (SELECT count(*)::int FROM clocks c WHERE c.state = 'running' AND c.${column} < v.version) AS "olderClocks"
  FROM ${table} v LEFT JOIN staff s ON s.id = v.created_by
  WHERE v.version = coalesce($1::int, (SELECT max(version) FROM ${table}))`;

export interface VersionRow<Definition> {
  version: number;
  definition: Definition;
  note: string;
  createdAt: Date;
  createdBy: string | null;
  runningClocks: number;
  olderClocks: number;
  [column: string]: unknown;
}

export function savedAs({ version, note, createdAt, createdBy, runningClocks, olderClocks }: VersionRow<unknown>) {
  return {
    version,
    note,
    createdAt: createdAt.toISOString(),
    ...(createdBy && { createdBy }),
    runningClocks,
    olderClocks,
  };
}
