import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { ConsumerRegistry } from './consumer-registry.js';
import { Delivery } from './delivery.js';
import { Outbox } from './outbox.service.js';
import { Relay } from './relay.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [Outbox, ConsumerRegistry, Delivery, Relay],
  exports: [Outbox, Relay],
})
export class OutboxModule {}
