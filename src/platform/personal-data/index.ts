export { isIdentityNumber, isLuhn } from './checks.js';
export { type PersonalNumber, personalNumbers } from './personal-numbers.js';
