import { Global, Module } from '@nestjs/common';
import { AssetsController } from './assets.controller.js';
import { Assets } from './assets.js';
import { Pages } from './pages.service.js';
import { Templates } from './templates.service.js';

@Global()
@Module({ providers: [Templates, Assets, Pages], controllers: [AssetsController], exports: [Templates, Pages] })
export class TemplatesModule {}
