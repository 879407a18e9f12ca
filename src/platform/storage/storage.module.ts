import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { DiskStorage } from './disk-storage.js';
import { S3Storage } from './s3-storage.js';
import { Storage } from './storage.js';

/** Where this desk keeps its files. */
export function createStorage(config: Pick<Config, 's3' | 'dataDir'>): Storage {
  return config.s3 ? new S3Storage(config.s3) : new DiskStorage(join(config.dataDir, 'files'));
}

@Global()
@Module({
  providers: [{ provide: Storage, inject: [CONFIG], useFactory: createStorage }],
  exports: [Storage],
})
export class StorageModule {}
