import { createServer, type IncomingMessage } from 'node:http';
import proxyAddress from '@fastify/proxy-addr';
import type { INestApplication } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { Server, ServerOptions } from 'socket.io';
import type { Config } from '../config.js';
import { LIMITS } from '../contract/index.js';
import type { ProcessLine } from '../platform/signals/index.js';
import { pushAdapter } from './push-adapter.js';

/** The one socket server: limits, and who may knock. */
export class DeskSocketAdapter extends IoAdapter {
  constructor(
    app: INestApplication,
    private readonly config: Config,
    private readonly line?: ProcessLine,
  ) {
    // Workers only push: their socket server stands on an HTTP server that listens to nobody.
    super(config.role === 'worker' ? createServer() : app);
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    const server: Server = super.createIOServer(port, {
      ...options,
      serveClient: false,
      maxHttpBufferSize: LIMITS.socketFrameBytes,
      // 247 KiB a socket when on; our messages are short.
      perMessageDeflate: false,
      httpCompression: false,
      connectTimeout: 10_000,
      pingInterval: 20_000,
      pingTimeout: 20_000,
      allowRequest: (request, done) => done(null, this.isOurOrigin(request)),
    } as ServerOptions);
    const adapter = this.line && pushAdapter(this.line);
    if (adapter) server.adapter(adapter);
    // The namespace `/` is always there and nobody's: who is let in nowhere is cut off after `connectTimeout`.
    server.use((_socket, next) => next(new Error('not_found')));
    // As for HTTP: who knocks stands in X-Forwarded-For only where a trusted proxy has put it.
    server.engine.on('connection', (raw: { request: IncomingMessage; remoteAddress: string }) => {
      raw.remoteAddress = proxyAddress(raw.request, [...this.config.trustedProxies]) ?? raw.remoteAddress;
    });
    return server;
  }

  /** Widget frames and consoles are pages of ours. No Origin at all is no browser, and so carries nobody's cookies along. */
  private isOurOrigin({ headers }: IncomingMessage): boolean {
    if (headers.origin === undefined) return true;
    try {
      const origin = new URL(headers.origin);
      return origin.origin === new URL(this.config.publicUrl).origin || origin.host === headers.host;
    } catch {
      return false;
    }
  }
}
