import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { type ObjectStore, startObjectStore } from '../../../test/support/object-store.js';
import { DiskStorage } from './disk-storage.js';
import { S3Storage } from './s3-storage.js';
import type { Storage } from './storage.js';

const PICTURE = Buffer.from('not really a picture, but bytes: \u0000\u00ff');

describe('storage', () => {
  let folder: string;
  let store: ObjectStore;
  let storages: Record<'disk' | 'S3', Storage>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'porchlight-storage-'));
    store = await startObjectStore();
    const { endpoint, accessKeyId, secretAccessKey } = store;
    const options = { endpoint, bucket: 'desk', region: 'us-east-1', accessKeyId, secretAccessKey };
    storages = { disk: new DiskStorage(folder), S3: new S3Storage(options) };
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await store.close();
  });

  describe.each(['disk', 'S3'] as const)('on %s', (kind) => {
    it('gives back what it was given, until it is deleted', async () => {
      const storage = storages[kind];
      await storage.put('ab/0123-ab', PICTURE, 'image/png');
      expect(await buffer(await storage.get('ab/0123-ab'))).toEqual(PICTURE);
      await storage.delete('ab/0123-ab');
      await expect(storage.get('ab/0123-ab')).rejects.toMatchObject({ code: 'not_found' });
      await storage.delete('ab/0123-ab');
    });
  });

  it('leaves no half-written file on disk', async () => {
    await storages.disk.put('cd/whole', PICTURE, 'image/png');
    expect(readdirSync(join(folder, 'cd'))).toEqual(['whole']);
  });

  it('takes no key that could leave its folder', async () => {
    await expect(storages.disk.put('../outside', PICTURE, 'image/png')).rejects.toThrow('not a storage key');
  });

  it('says that it is unavailable when the store refuses the key, and when it is gone', async () => {
    const { endpoint, accessKeyId } = store;
    const options = { bucket: 'desk', region: 'us-east-1', accessKeyId, secretAccessKey: 'wrong' };
    await expect(new S3Storage({ ...options, endpoint }).get('a')).rejects.toMatchObject({ code: 'unavailable' });
    await expect(
      new S3Storage({ ...options, endpoint: 'http://127.0.0.1:1' }).put('a', PICTURE, 'image/png'),
    ).rejects.toMatchObject({ code: 'unavailable' });
  });
});
