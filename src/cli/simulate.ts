export { runSimulation as run } from './simulate/index.js';
