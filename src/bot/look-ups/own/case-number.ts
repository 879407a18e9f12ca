import { parseNumber } from '../../../tickets/index.js';

/** With `PL` before it, whatever stands between the characters. */
const WITH_PREFIX = /(?<![a-z0-9])p\s?[l1i][\s\p{Pd}_.:#]{0,3}((?:[a-z0-9][\s\p{Pd}_.]{0,2}){7})(?![a-z0-9])/giu;
/** Without: in its two groups, as nothing else is written. */
const IN_GROUPS = /(?<![a-z0-9-])([a-z0-9]{3}\s?\p{Pd}\s?[a-z0-9]{4})(?![a-z0-9-])/giu;

/**
 * The case number in what was said, however it was typed; the check character tells it from other codes. Undefined: none.
 * @param said see `plain`
 * @param alone nothing but a number was asked for: then seven characters without anything around them are one
 */
export function caseNumberIn(said: string, alone = false): string | undefined {
  const candidates = [...said.matchAll(WITH_PREFIX), ...said.matchAll(IN_GROUPS)].map(([, code = '']) => code);
  return [...candidates, ...(alone ? [said] : [])].map(parseNumber).find((number) => number !== undefined);
}
