import { Global, Module } from '@nestjs/common';
import { BuiltFiles } from './built-files.js';
import { ConsoleController } from './console.controller.js';

export { BuiltFiles, CACHING, socketOrigin } from './built-files.js';

@Global()
@Module({ providers: [BuiltFiles], controllers: [ConsoleController], exports: [BuiltFiles] })
export class StaticModule {}
