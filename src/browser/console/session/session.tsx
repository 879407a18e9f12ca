import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react';
import type { StaffView } from '../../../contract/index.js';
import { isProblem, onUnauthenticated } from '../api/client.js';
import { api } from '../api/endpoints.js';
import { keys } from '../api/queries.js';

/** Why the login stands on the screen; absent on a first visit. */
export type SignedOutReason = 'expired' | 'ended' | 'signedOut';

export type Session =
  | { state: 'loading' }
  | { state: 'unreachable'; retry: () => void }
  | { state: 'out'; reason?: SignedOutReason }
  | { state: 'in'; staff: StaffView };

interface SessionActions {
  session: Session;
  signedIn: (staff: StaffView) => void;
  signOut: () => Promise<void>;
  /** The server has ended the session: back to the login. Drafts stay where they are. */
  ended: () => void;
}

const SessionContext = createContext<SessionActions | null>(null);

/** Who is signed in. A 401 from anywhere ends it here. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [reason, setReason] = useState<SignedOutReason>();
  const {
    data: staff,
    isError,
    refetch,
  } = useQuery({
    queryKey: keys.session,
    queryFn: async (): Promise<StaffView | null> => {
      try {
        return (await api.currentSession()).staff;
      } catch (error) {
        if (isProblem(error) && error.problem.status === 401) return null;
        throw error;
      }
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

  const leave = useCallback(
    (why: SignedOutReason) => {
      client.setQueryData(keys.session, null);
      setReason(why);
      // Whoever signs in next on this computer must not see a flash of what the last person saw.
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== keys.session[0] });
    },
    [client],
  );
  const ended = useCallback(() => leave('ended'), [leave]);

  useEffect(
    () =>
      onUnauthenticated(() => {
        if (client.getQueryData(keys.session)) leave('expired');
      }),
    [client, leave],
  );

  const value = useMemo<SessionActions>(() => {
    let session: Session = { state: 'loading' };
    if (staff) session = { state: 'in', staff };
    else if (staff === null) session = { state: 'out', reason };
    else if (isError) session = { state: 'unreachable', retry: () => void refetch() };
    return {
      session,
      signedIn: (who) => {
        setReason(undefined);
        client.setQueryData(keys.session, who);
      },
      signOut: async () => {
        await api.signOut();
        leave('signedOut');
      },
      ended,
    };
  }, [client, staff, isError, refetch, leave, ended, reason]);

  return <SessionContext value={value}>{children}</SessionContext>;
}

export function useSession(): SessionActions {
  const session = use(SessionContext);
  if (!session) throw new Error('useSession needs a SessionProvider above it');
  return session;
}

/** The person at this console; only below a signed-in session. */
export function useStaff(): StaffView {
  const { session } = useSession();
  if (session.state !== 'in') throw new Error('useStaff needs a signed-in session');
  return session.staff;
}
