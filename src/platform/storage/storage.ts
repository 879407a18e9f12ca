import type { Readable } from 'node:stream';

/** Where files lie. Keys are made by the server: lower-case letters, digits, `-` and `/`. */
export abstract class Storage {
  abstract put(key: string, content: Buffer, contentType: string): Promise<void>;
  /** @throws DeskError `not_found` */
  abstract get(key: string): Promise<Readable>;
  /** Removing what is not there is no error. */
  abstract delete(key: string): Promise<void>;
}
