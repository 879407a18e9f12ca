export { AGENT_SCHEMAS } from './agent.schemas.js';
export { RealtimeModule } from './realtime.module.js';
export { DeskSocketAdapter } from './socket-server.js';
export { WIDGET_SCHEMAS } from './widget.schemas.js';
