import type { Socket } from 'socket.io';
import type { Locale } from '../contract/index.js';
import { newId } from '../platform/clock/index.js';
import { toProblem } from '../platform/errors/index.js';
import { localeOf, toDeskError } from '../platform/http/index.js';
import type { Logger } from '../platform/logger/index.js';

/**
 * Authenticates before there is a connection: nothing else covers it. A refusal reaches the client as
 * `connect_error` whose `data` is the problem.
 */
export function authenticated(admit: (socket: Socket) => Promise<void>, logger: Logger) {
  return (socket: Socket, next: (error?: Error) => void): void => {
    admit(socket).then(
      () => {
        forgetRequest(socket);
        next();
      },
      (thrown) => {
        const requestId = newId();
        const { locale } = socket.handshake.auth as { locale?: Locale };
        const error = toDeskError(thrown);
        const problem = toProblem(
          error,
          locale === 'en' || locale === 'zh-CN' ? locale : localeOf(socket.handshake.headers),
          requestId,
        );
        if (problem.status >= 500) logger.error({ err: thrown, requestId }, 'a socket could not be admitted');
        next(Object.assign(new Error(problem.code), { data: problem }));
      },
    );
  };
}

/** The request of the handshake is 1.2 KiB a socket that nobody reads again once it has been admitted. */
function forgetRequest({ conn }: Socket): void {
  (conn as { request: unknown }).request = null;
}
