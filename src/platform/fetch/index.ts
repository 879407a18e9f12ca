import { Global, Module } from '@nestjs/common';
import { SafeFetch } from './safe-fetch.js';

export { FetchRefused } from './fetch-refused.js';
export { SafeFetch } from './safe-fetch.js';
export { signedHeaders } from './signature.js';

@Global()
@Module({ providers: [SafeFetch], exports: [SafeFetch] })
export class FetchModule {}
