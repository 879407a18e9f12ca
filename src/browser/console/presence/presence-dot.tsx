import type { Presence } from '../../../contract/index.js';

/** A dot in the colour of a presence; the word stands beside it. */
export function PresenceDot({ presence }: { presence: Presence }) {
  return <span className={`presence-dot presence-${presence}`} aria-hidden="true" />;
}
