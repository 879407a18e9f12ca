export { SLA_ENTITIES } from './sla.entities.js';
export { SlaModule } from './sla.module.js';
export { Sweep } from './sweep.service.js';
