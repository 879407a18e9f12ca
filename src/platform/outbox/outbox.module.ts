import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Absorption } from './absorption.js';
import { ConsumerRegistry } from './consumer-registry.js';
import { DeadLetters } from './dead-letters.service.js';
import { Delivery } from './delivery.js';
import { OutboxMetrics } from './outbox.metrics.js';
import { Outbox } from './outbox.service.js';
import { Relay } from './relay.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [Absorption, DeadLetters, Outbox, ConsumerRegistry, Delivery, Relay, OutboxMetrics],
  exports: [DeadLetters, Outbox, Relay],
})
export class OutboxModule {}
