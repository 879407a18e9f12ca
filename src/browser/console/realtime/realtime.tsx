import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { api } from '../api/endpoints.js';
import { refreshAll } from '../api/queries.js';
import {
  type AgentQuestion,
  type AgentSocket,
  type AnswerOf,
  ask,
  createAgentSocket,
  type PayloadOf,
} from './agent-socket.js';
import { keepTime } from './keep-time.js';
import { listenToPushes } from './pushes.js';

export type Connection = 'connecting' | 'online' | 'offline';

interface Realtime {
  connection: Connection;
  socket: AgentSocket;
  ask: <Q extends AgentQuestion>(question: Q, payload: PayloadOf<Q>) => Promise<AnswerOf<Q>>;
}

const RealtimeContext = createContext<Realtime | null>(null);

interface Props {
  staffId: string;
  /** The server has ended this session. */
  onEnded: () => void;
  children: ReactNode;
}

/** Holds the socket of a signed-in person, and keeps all that is on screen equal to the server through it. */
export function RealtimeProvider({ staffId, onEnded, children }: Props) {
  const client = useQueryClient();
  const [socket] = useState(createAgentSocket);
  const [connection, setConnection] = useState<Connection>('connecting');

  useEffect(() => {
    let refused: number | undefined;
    // Whatever was pushed while we were away is lost: read everything on screen again.
    const catchUp = () => void refreshAll(client);
    const back = () => {
      setConnection('online');
      catchUp();
    };
    const gone = () => setConnection('offline');
    const notLetIn = () => {
      setConnection('offline');
      // Refused by the server (not by the network) socket.io does not try again. Either the session has ended, which
      // this call finds out (401 leads to the login), or the server was not ready yet.
      if (socket.active) return;
      window.clearTimeout(refused);
      refused = window.setTimeout(() => {
        api.currentSession().then(
          () => socket.connect(),
          () => notLetIn(),
        );
      }, 2_000);
    };
    const dropped = (reason: string) => {
      gone();
      if (reason === 'io server disconnect') notLetIn();
    };
    const knock = () => socket.connect();
    socket.on('connect', back);
    socket.on('disconnect', dropped);
    socket.on('connect_error', notLetIn);
    socket.on('session.ended', onEnded);
    socket.on('pushes.missed', catchUp);
    window.addEventListener('online', knock);
    const stopListening = listenToPushes(socket, client, staffId);
    const stopKeepingTime = keepTime(socket);
    socket.connect();
    return () => {
      window.clearTimeout(refused);
      window.removeEventListener('online', knock);
      stopListening();
      stopKeepingTime();
      socket.off('connect', back);
      socket.off('disconnect', dropped);
      socket.off('connect_error', notLetIn);
      socket.off('session.ended', onEnded);
      socket.off('pushes.missed', catchUp);
      socket.disconnect();
    };
  }, [socket, client, staffId, onEnded]);

  const value = useMemo<Realtime>(
    () => ({ connection, socket, ask: (question, payload) => ask(socket, question, payload) }),
    [connection, socket],
  );
  return <RealtimeContext value={value}>{children}</RealtimeContext>;
}

export function useRealtime(): Realtime {
  const realtime = use(RealtimeContext);
  if (!realtime) throw new Error('useRealtime needs a RealtimeProvider above it');
  return realtime;
}
