import { createHmac } from 'node:crypto';

const sign = (secretKey: string, text: string): string =>
  createHmac('sha256', secretKey).update(text).digest('base64url').slice(0, 32);

/** Opens the mail preferences of one contact point without asking further. */
export function preferencesKey(secretKey: string, contactPointId: string): string {
  return sign(secretKey, `mail-preferences\n${contactPointId}`);
}

/** Paths on this server: the page, and what a mail program may call without opening it (RFC 8058). */
export function preferencesPaths(secretKey: string, contactPointId: string): { page: string; oneClick: string } {
  const key = preferencesKey(secretKey, contactPointId);
  const path = `/mail/preferences/${contactPointId}`;
  return { page: `${path}?key=${key}`, oneClick: `${path}/one-click?key=${key}` };
}

/** What every mail of a case refers to; nobody else can make one, so that an answer finds its case by it. */
export function threadId(secretKey: string, number: string, domain: string): string {
  return `<case.${number}.${sign(secretKey, `mail-thread\n${number}`)}@${domain}>`;
}

/** Of one mail of the case. @param id the letter's and the address's */
export function mailId(secretKey: string, number: string, id: string, domain: string): string {
  return `<case.${number}.${id}.${sign(secretKey, `mail\n${number}\n${id}`)}@${domain}>`;
}
