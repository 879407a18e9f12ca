/** What a skill can be about. The values of the first three are the desk's own; industries and pages are written freely. */
export const DIMENSIONS = ['language', 'category', 'tier', 'industry', 'entry'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export const OPEN_DIMENSIONS: readonly Dimension[] = ['industry', 'entry'];

/** `language:en` in its two parts; undefined for what is no skill. */
export function readSkill(skill: string): { dimension: Dimension; value: string } | undefined {
  const [, name, value] = /^([a-z]+):(.+)$/.exec(skill) ?? [];
  const dimension = DIMENSIONS.find((known) => known === name);
  return dimension && value ? { dimension, value } : undefined;
}

export const writeSkill = (dimension: Dimension, value: string): string => `${dimension}:${value}`;

/** What the server takes as a value: letters and digits of any script, `_`, `-` and `/` between them, sixty at most. */
export const isSkillValue = (value: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N}_/-]{0,59}$/u.test(value);
