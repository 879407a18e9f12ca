export { type ClockChange, planClocks, type TicketTruth } from './clock-plan.js';
export { BREACH_RUNG, RESPONSE_TARGETS } from './policy/policy.data.js';
export { Escalation, SLA_ENTITIES } from './sla.entities.js';
export { SlaEscalated } from './sla.events.js';
export { SlaModule } from './sla.module.js';
export { Sweep } from './sweep.service.js';
