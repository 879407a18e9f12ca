import { type ReactNode, Suspense, useState } from 'react';
import type { TicketView } from '../../../contract/index.js';
import { fetchedLater } from '../shared/fetched-later.js';

const MacroDialog = fetchedLater(() => import('./macro-dialog.js'));

/**
 * Several things at once: asked for from beside the reply, or by name from within it.
 * @param goOn puts the keyboard back where it was when one was asked for by name
 */
export function useMacros(
  ticket: TicketView,
  conversationId: string,
  goOn: () => void,
): { ask: (macroId?: string) => void; dialog: ReactNode } {
  const [asked, setAsked] = useState<{ macroId?: string }>();
  const close = () => {
    setAsked(undefined);
    // The dialog keeps the keyboard within itself as long as it is there.
    if (asked?.macroId) requestAnimationFrame(goOn);
  };
  return {
    ask: (macroId) => setAsked({ macroId }),
    dialog: asked && (
      <Suspense>
        <MacroDialog ticket={ticket} conversationId={conversationId} {...asked} onClose={close} />
      </Suspense>
    ),
  };
}
