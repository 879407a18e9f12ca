import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { AwsClient } from 'aws4fetch';
import { DeskError } from '../errors/index.js';
import { Storage } from './storage.js';

export interface S3Options {
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

const PATIENCE_MILLISECONDS = 20_000;

/** Any S3-compatible store, addressed by path (`endpoint/bucket/key`). */
export class S3Storage extends Storage {
  private readonly client: AwsClient;

  constructor(private readonly options: S3Options) {
    super();
    this.client = new AwsClient({ ...options, service: 's3', retries: 2 });
  }

  async put(key: string, content: Buffer, contentType: string): Promise<void> {
    await this.call(key, { method: 'PUT', body: new Uint8Array(content), headers: { 'content-type': contentType } });
  }

  async get(key: string): Promise<Readable> {
    const response = await this.call(key, { method: 'GET' });
    if (!response.body) throw new DeskError('not_found');
    return Readable.fromWeb(response.body as ReadableStream);
  }

  async delete(key: string): Promise<void> {
    await this.call(key, { method: 'DELETE' });
  }

  private async call(key: string, init: RequestInit): Promise<Response> {
    const url = `${this.options.endpoint.replace(/\/+$/, '')}/${this.options.bucket}/${key}`;
    const response = await this.client
      .fetch(url, { ...init, signal: AbortSignal.timeout(PATIENCE_MILLISECONDS) })
      .catch((cause) => {
        throw new DeskError('unavailable', { cause, retryAfter: 10 });
      });
    if (response.ok) return response;
    await response.body?.cancel();
    throw new DeskError(response.status === 404 ? 'not_found' : 'unavailable', {
      cause: new Error(`${init.method} answered ${response.status}`),
    });
  }
}
