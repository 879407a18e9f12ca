import { PASSWORD_LENGTH } from '../contract/index.js';
import { printable, text } from '../platform/http/index.js';
import { DEMO_PASSWORD } from './sessions/passwords.js';

/** As people type it; compared in lower case. */
export const emailAddress = text(254, 3).regex(/^[^\s@]+@[^\s@]+$/, { error: 'is not an e-mail address' });

/** Length is what makes it hard to guess; and it is none that everybody knows. */
export const newPassword = printable
  .min(PASSWORD_LENGTH.minimum)
  .max(PASSWORD_LENGTH.maximum)
  .refine((password) => password !== DEMO_PASSWORD && new Set(password).size >= 5, { error: 'is too easy to guess' });
