import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../config.js';
import { DeskError } from '../errors/index.js';

const compress = promisify(gzip);

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  mp3: 'audio/mpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
  woff2: 'font/woff2',
};
const COMPRESSED = /^(text\/|application\/json|image\/svg)/;
/** Below this the headers weigh more than what is saved. */
const WORTH_COMPRESSING_BYTES = 1_000;
/** Segments of letters, digits, dots and hyphens that do not begin with a dot: nothing climbs, nothing hidden shows. */
const PATH = /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/;

export const CACHING = {
  /** The name changes with the content. */
  immutable: 'public, max-age=31536000, immutable',
  /** Ask each time; unchanged costs a 304. */
  revalidate: 'no-cache',
  /** Embedded by other sites under one name for ever. */
  brief: 'public, max-age=300',
} as const;

interface BuiltFile {
  modified: number;
  type: string;
  etag: string;
  bytes: Buffer;
  zipped?: Buffer;
}

/** What the browser builds left in `dist/browser`, kept in memory once it has been asked for, and zipped once. */
@Injectable()
export class BuiltFiles {
  private readonly root: string;
  private readonly kept = new Map<string, BuiltFile>();

  constructor(@Inject(CONFIG) config: Config) {
    this.root = join(config.rootDir, 'dist', 'browser');
  }

  /**
   * @param path below `dist/browser`, e.g. `console/index.html`
   * @throws DeskError `not_found`; `unavailable` when nothing has been built, with the command that does
   */
  async send(
    request: FastifyRequest,
    reply: FastifyReply,
    path: string,
    caching: (typeof CACHING)[keyof typeof CACHING],
  ): Promise<void> {
    const file = await this.read(path);
    if (!file) throw await this.missing(path);
    reply.header('cache-control', caching).header('etag', file.etag).header('vary', 'accept-encoding').type(file.type);
    if (request.headers['if-none-match'] === file.etag) {
      await reply.status(304).send();
      return;
    }
    const zipped = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '') ? file.zipped : undefined;
    if (zipped) reply.header('content-encoding', 'gzip');
    await reply.send(zipped ?? file.bytes);
  }

  async has(path: string): Promise<boolean> {
    return (await this.read(path)) !== undefined;
  }

  private async read(path: string): Promise<BuiltFile | undefined> {
    const type = TYPES[path.slice(path.lastIndexOf('.') + 1)];
    if (!type || !PATH.test(path)) return undefined;
    const name = join(this.root, path);
    const found = await stat(name).catch(() => undefined);
    if (!found?.isFile()) return undefined;
    const kept = this.kept.get(path);
    if (kept?.modified === found.mtimeMs) return kept;
    const bytes = await readFile(name);
    const worth = COMPRESSED.test(type) && bytes.length >= WORTH_COMPRESSING_BYTES;
    const file = {
      modified: found.mtimeMs,
      type,
      // Weak: the same content goes out zipped or not.
      etag: `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
      bytes,
      ...(worth && { zipped: await compress(bytes, { level: 9 }) }),
    };
    this.kept.set(path, file);
    return file;
  }

  private async missing(path: string): Promise<DeskError> {
    const entrance = path.startsWith('console/') ? 'console/index.html' : 'widget/frame.html';
    if (await this.has(entrance)) return new DeskError('not_found');
    return new DeskError('unavailable', {
      detail: {
        'zh-CN': '浏览器文件还没有构建：请运行 npm run build，然后刷新。',
        en: 'The browser files have not been built: run npm run build, then reload.',
      },
    });
  }
}

/** `ws://desk.example` or `wss://…`: older browsers do not count sockets as `'self'`. */
export function socketOrigin(request: FastifyRequest): string {
  const host = /^[\w.:[\]-]{1,255}$/.test(request.host) ? request.host : '';
  return host && `${request.protocol === 'https' ? 'wss' : 'ws'}://${host}`;
}
