export { decodeName, decodeText } from './text-encoding.js';
