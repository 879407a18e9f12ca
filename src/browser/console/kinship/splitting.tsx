import { createContext, type ReactNode, Suspense, useContext, useMemo, useState } from 'react';
import type { StaffEntryView, TicketView } from '../../../contract/index.js';
import { fetchedLater } from '../shared/fetched-later.js';
import { useKinshipTexts } from './texts.js';

const SplitDialog = fetchedLater(() => import('./split-dialog.js'));

/** Undefined where nothing can be split off: for who may only read. */
const Splitting = createContext<((entry: StaffEntryView) => void) | undefined>(undefined);

/** Around the threads of a case, whose messages can be split off. */
export function SplittingProvider({ ticket, children }: { ticket: TicketView; children: ReactNode }) {
  const [entry, setEntry] = useState<StaffEntryView>();
  const open = useMemo(() => (ticket.allowed.edit ? setEntry : undefined), [ticket.allowed.edit]);
  return (
    <Splitting value={open}>
      {children}
      <Suspense>{entry && <SplitDialog ticket={ticket} entry={entry} onClose={() => setEntry(undefined)} />}</Suspense>
    </Splitting>
  );
}

/** On a customer's message. */
export function SplitButton({ entry }: { entry: StaffEntryView }) {
  const texts = useKinshipTexts();
  const split = useContext(Splitting);
  if (!split || entry.author.kind !== 'customer' || entry.kind !== 'message') return null;
  return (
    <button type="button" className="quiet-button entry-split" title={texts('splitLabel')} onClick={() => split(entry)}>
      {texts('split')}
      <span className="sr-only">{texts('splitLabel')}</span>
    </button>
  );
}
