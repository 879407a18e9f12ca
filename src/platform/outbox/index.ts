export { Absorbs, Consumer, Handles } from './consumer.decorator.js';
export { DeadLetters, type DeadLetterView } from './dead-letters.service.js';
export { type DeliveredEvent, defineEvent, type EventOf } from './events.js';
export { DeadLetter, InboxRow, OutboxBlock, OutboxRow } from './outbox.entities.js';
export { outboxLag } from './outbox.metrics.js';
export { OutboxModule } from './outbox.module.js';
export { Outbox } from './outbox.service.js';
export { Relay } from './relay.js';
