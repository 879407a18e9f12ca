import { Global, Module } from '@nestjs/common';
import { AssetsController } from './assets.controller.js';
import { Assets } from './assets.js';
import { Branding } from './branding.js';
import { Pages } from './pages.service.js';
import { Templates } from './templates.service.js';

@Global()
@Module({
  providers: [Templates, Assets, Branding, Pages],
  controllers: [AssetsController],
  exports: [Templates, Branding, Pages],
})
export class TemplatesModule {}
