import { errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { LOCALES, SHOP_TIERS } from '../../contract/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { text } from '../../platform/http/index.js';

/** A host signs a token for the page that it is just serving, so an old one has been lying about. */
const MAXIMUM_AGE_SECONDS = 10 * 60;
const MAXIMUM_LIFETIME_SECONDS = 15 * 60;
const CLOCK_TOLERANCE_SECONDS = 30;
const MAXIMUM_LENGTH = 4_096;

/** A phone number as a host site writes it, without spaces and dashes. */
export const Phone = z
  .string()
  .max(40)
  .transform((value) => value.replace(/[\s().-]/g, ''))
  .pipe(z.string().regex(/^\+?\d{5,15}$/));

export const Email = z
  .email()
  .max(254)
  .transform((value) => value.toLowerCase());

/** Claims that the host site signs. What else stands in the token is not ours. */
const Claims = z.object({
  sub: text(128),
  name: text(80),
  locale: z.enum(LOCALES).optional(),
  shop: z
    .object({
      id: text(128),
      name: text(120),
      tier: z.enum(SHOP_TIERS),
      industry: text(80).optional(),
      account_manager: text(80).optional(),
    })
    .optional(),
  /** They may follow the cases of everybody of their shop, e.g. its owner. */
  shop_cases: z.boolean().optional(),
  email: Email.optional(),
  phone: Phone.optional(),
  exp: z.number(),
});
export type IdentityClaims = z.output<typeof Claims>;

/**
 * What a host site says of its customer, after its signature, age and addressee have been checked.
 * @param secrets those with which it may be signed
 * @param at the time to judge by
 * @returns the claims, and the place in `secrets` of the one that signed them
 * @throws DeskError `identity_token_expired`; `identity_token_invalid` for all else, without saying which
 */
export async function readIdentityToken(
  token: string,
  siteKey: string,
  secrets: readonly string[],
  at: Date,
): Promise<{ claims: IdentityClaims; signedBy: number }> {
  if (token.length > MAXIMUM_LENGTH) throw new DeskError('identity_token_invalid');
  try {
    const { payload, signedBy } = await verify(token, siteKey, secrets, at);
    const claims = Claims.parse(payload);
    if (claims.exp - at.getTime() / 1_000 > MAXIMUM_LIFETIME_SECONDS + CLOCK_TOLERANCE_SECONDS)
      throw new Error(`lives longer than ${MAXIMUM_LIFETIME_SECONDS} s`);
    return { claims, signedBy };
  } catch (cause) {
    throw new DeskError(cause instanceof errors.JWTExpired ? 'identity_token_expired' : 'identity_token_invalid', {
      cause,
    });
  }
}

/** With each secret in turn: a token does not say which one signed it. What is wrong beside the signature is wrong with all. */
async function verify(token: string, siteKey: string, secrets: readonly string[], at: Date) {
  for (const [signedBy, secret] of secrets.entries())
    try {
      const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
        algorithms: ['HS256'],
        audience: siteKey,
        requiredClaims: ['sub', 'exp', 'iat'],
        maxTokenAge: MAXIMUM_AGE_SECONDS,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        currentDate: at,
      });
      return { payload, signedBy };
    } catch (error) {
      if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw error;
    }
  throw new Error('signed with none of the secrets');
}
