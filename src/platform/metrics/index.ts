export { lazyGauges } from './lazy-gauges.js';
export { countRequest, metrics } from './metrics.js';
export { MetricsModule } from './metrics.module.js';
