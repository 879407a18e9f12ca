import { useQuery } from '@tanstack/react-query';
import type { BulkActionView } from '../../../contract/index.js';
import { serverTime } from '../shared/server-time.js';
import { ActionLine } from './action-line.js';
import { bulkActions, isUnderWay } from './queries.js';
import { useSeenActions } from './seen.js';
import { useBulkTexts } from './texts.js';
import './bulk-progress.css';

/** Results stand here as long, unless they are put away; of what was undone there is less to say. Milliseconds. */
const SHOWN = 15 * 60_000;
const SHOWN_UNDONE = 60_000;
/** More would push the page away. */
const RESULTS = 2;

/** How far it is what one has ordered for many cases; with the way back as long as there is one. On every page. */
export function BulkProgress() {
  const texts = useBulkTexts();
  const seen = useSeenActions();
  const known = useQuery(bulkActions).data?.items ?? [];
  const over = known.filter((action) => !seen.includes(action.id) && isRecent(action)).slice(0, RESULTS);
  const actions = known.filter((action) => isUnderWay(action) || over.includes(action));
  if (actions.length === 0) return null;
  return (
    <section className="bulk-actions" aria-label={texts('progress')}>
      {actions.map((action) => (
        <ActionLine key={action.id} action={action} />
      ))}
    </section>
  );
}

const isRecent = ({ state, endedAt }: BulkActionView): boolean =>
  endedAt !== undefined &&
  (serverTime.now() ?? Date.now()) - Date.parse(endedAt) < (state === 'undone' ? SHOWN_UNDONE : SHOWN);
