export { RASTER_IMAGES, rasterImage } from './raster-image.js';
export { isSignedPath, signPath } from './signed-path.js';
export { Storage } from './storage.js';
export { createStorage, StorageModule } from './storage.module.js';
