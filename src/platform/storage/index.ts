export { isSignedPath, signPath } from './signed-path.js';
export { Storage } from './storage.js';
export { StorageModule } from './storage.module.js';
