import { createAdapter } from '@socket.io/redis-streams-adapter';
import { type ProcessLine, PUSH_STREAM } from '../platform/signals/index.js';

/** How long one question to Redis waits for news. Longer than the line's marks are apart, and no matter when we close. */
const WAIT_MILLISECONDS = 5_000;

/**
 * Carries pushes to the sockets of other processes, in one order, also over a short break of a connection. While Redis is
 * away the sockets of this process still get theirs at once.
 * Only broadcasts travel by it: `serverSideEmit` and `fetchSockets` of this adapter leave a rejection unhandled when Redis
 * is away, which ends the process. What processes have to tell each other goes by `Signals`.
 */
export function pushAdapter({ speaker }: ProcessLine): ReturnType<typeof createAdapter> | undefined {
  return (
    speaker &&
    createAdapter(speaker, {
      streamName: PUSH_STREAM.name,
      channelPrefix: PUSH_STREAM.name,
      maxLen: PUSH_STREAM.length,
      readCount: 500,
      blockTimeInMs: WAIT_MILLISECONDS,
      onlyPlaintext: true,
    })
  );
}
