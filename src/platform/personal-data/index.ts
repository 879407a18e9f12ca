export { isIdentityNumber, isLuhn } from './checks.js';
export { personalNumbers } from './personal-numbers.js';
