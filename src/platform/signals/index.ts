import { Global, Module } from '@nestjs/common';
import { ProcessLine } from './process-line.js';
import { Signals } from './signals.service.js';

export { ProcessLine, PUSH_STREAM } from './process-line.js';
export { defineSignal } from './signal.js';
export { Signals } from './signals.service.js';

@Global()
@Module({ providers: [ProcessLine, Signals], exports: [ProcessLine, Signals] })
export class SignalsModule {}
