import { io, type Socket } from 'socket.io-client';
import type { Ack, AgentToServer, ServerToAgent } from '../../../contract/index.js';
import { ApiProblem, noAnswer } from '../api/client.js';
import { storedLocale } from '../i18n/i18n.js';

export type AgentSocket = Socket<ServerToAgent, AgentToServer>;
export type AgentQuestion = keyof AgentToServer;
export type PayloadOf<Q extends AgentQuestion> = Parameters<AgentToServer[Q]>[0];
export type AnswerOf<Q extends AgentQuestion> = Extract<Parameters<Parameters<AgentToServer[Q]>[1]>[0], { ok: true }>;

/** How long to wait for an ack before the question counts as unanswered. Milliseconds. */
const ANSWER_TIMEOUT = 10_000;

/** The console's socket; not yet connected. It knocks often enough to be back within a few seconds. */
export function createAgentSocket(): AgentSocket {
  return io('/agent', {
    autoConnect: false,
    withCredentials: true,
    // Some office proxies let no web socket through: then long polling does.
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    // In which language a refusal at the door is written.
    auth: (give) => give({ locale: storedLocale.get() }),
    reconnectionDelay: 400,
    reconnectionDelayMax: 3_000,
    timeout: 8_000,
  });
}

/**
 * Asks over the socket and waits for the ack.
 * @throws ApiProblem the server's refusal, or one with status 0 when there is no connection or no answer in time.
 */
export function ask<Q extends AgentQuestion>(
  socket: AgentSocket,
  question: Q,
  payload: PayloadOf<Q>,
): Promise<AnswerOf<Q>> {
  return new Promise((resolve, reject) => {
    // Without a connection socket.io would keep the question and send it later, after we have given up on it.
    if (!socket.connected) return reject(noAnswer());
    const answered = (error: Error | null, ack?: Ack) => {
      if (error || !ack) return reject(noAnswer());
      if (!ack.ok) return reject(new ApiProblem(ack.error));
      resolve(ack as AnswerOf<Q>);
    };
    // The typed emit cannot follow a question that is itself a type parameter.
    const emit = socket.timeout(ANSWER_TIMEOUT).emit as (event: string, payload: unknown, ack: typeof answered) => void;
    emit.call(socket.timeout(ANSWER_TIMEOUT), question, payload, answered);
  });
}
