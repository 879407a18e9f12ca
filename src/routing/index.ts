export { Assignment } from './assignment.service.js';
export { Presences } from './presences.service.js';
export { Profiles } from './profiles.service.js';
export { Queue } from './queue.service.js';
export { Reconciler } from './reconciler.service.js';
export { ROUTING_ENTITIES } from './routing.entities.js';
export { RoutingModule } from './routing.module.js';
