export { countRequest, metrics } from './metrics.js';
export { MetricsModule } from './metrics.module.js';
