/** Which field of a form, by name. */
export type Field<Draft> = Extract<keyof Draft, string>;

export interface Rebased<Draft> {
  /** Mine where I changed something, theirs elsewhere. */
  draft: Draft;
  /** Fields that both changed, to different values. */
  conflicts: Field<Draft>[];
}

/** The fields whose values differ. */
export function changedFields<Draft extends object>(before: Draft, after: Draft): Field<Draft>[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)] as Field<Draft>[]);
  return [...fields].filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}

/** Carries my edits of `base` over to `theirs`, the newer state. */
export function rebase<Draft extends object>(base: Draft, mine: Draft, theirs: Draft): Rebased<Draft> {
  const my = changedFields(base, mine);
  const differing = changedFields(mine, theirs);
  const draft = { ...theirs };
  for (const field of my) draft[field] = mine[field];
  const conflicts = changedFields(base, theirs).filter((field) => my.includes(field) && differing.includes(field));
  return { draft, conflicts };
}
