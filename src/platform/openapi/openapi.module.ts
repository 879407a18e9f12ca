import { Global, Module } from '@nestjs/common';
import { ApiDocument } from './api-document.js';
import { DocsController } from './docs.controller.js';

@Global()
@Module({ providers: [ApiDocument], controllers: [DocsController], exports: [ApiDocument] })
export class OpenApiModule {}
