import { isDeepStrictEqual } from 'node:util';
import type { Changes } from './audit.entity.js';

/** The fields whose values differ; a field that one side lacks is left out on that side. */
export function differences(before: object, after: object): Changes {
  const left = before as Record<string, unknown>;
  const right = after as Record<string, unknown>;
  const changes: Changes = {};
  for (const field of new Set([...Object.keys(left), ...Object.keys(right)])) {
    if (isDeepStrictEqual(left[field], right[field])) continue;
    changes[field] = {
      ...(left[field] !== undefined && { before: left[field] }),
      ...(right[field] !== undefined && { after: right[field] }),
    };
  }
  return changes;
}
