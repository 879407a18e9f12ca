import type { State } from '../state/store.js';

/** What everybody should know while far more people ask than usual. */
export function Announcement({ state: { desk, locale } }: { state: State }) {
  const words = desk?.surge?.announcement?.[locale];
  return words ? (
    <p class="announcement" role="status">
      {words}
    </p>
  ) : null;
}
