import { Global, Module } from '@nestjs/common';
import { SafeFetch } from './safe-fetch.js';

export { type FetchRefusal, FetchRefused } from './fetch-refused.js';
export { type FetchAnswer, SafeFetch } from './safe-fetch.js';
export { signedHeaders } from './signature.js';

@Global()
@Module({ providers: [SafeFetch], exports: [SafeFetch] })
export class FetchModule {}
