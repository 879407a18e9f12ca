import { hash, verify } from '@node-rs/argon2';
import { newSecret } from '../secrets.js';

/** argon2id with 19 MiB, two passes, one lane (the first choice of OWASP's Password Storage Cheat Sheet). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Of everybody in the demo. It stands here for all to read, so it opens nothing on a desk that is not one. */
export const DEMO_PASSWORD = 'porchlight-demo';

let decoy: Promise<string> | undefined;

export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/** @param stored undefined for nobody: takes as long as a wrong password, and says no */
export async function isPassword(password: string, stored: string | undefined): Promise<boolean> {
  decoy ??= hashPassword(newSecret());
  const matches = await verify(stored ?? (await decoy), password);
  return matches && stored !== undefined;
}
