import { z } from 'zod';
import { CALLER_CHECKS, CATEGORIES, FORM_LIMITS, LIMITS, LOCALES, SHOP_TIERS } from '../../contract/index.js';
import { Email, Phone } from '../../people/index.js';
import { dto, id, printable, text } from '../../platform/http/index.js';

const about = {
  category: z.enum(CATEGORIES),
  subCategory: text(60).optional(),
  /** Values by field key, see the categories. */
  form: z.record(z.string().max(60), text(FORM_LIMITS.longTextLength, 0)).optional(),
  message: text(LIMITS.messageLength),
  locale: z.enum(LOCALES).optional(),
};

const shop = z.strictObject({
  id: text(128),
  name: text(120),
  tier: z.enum(SHOP_TIERS),
  industry: text(80).optional(),
  account_manager: text(80).optional(),
});

/** What the server of a host site sends. The customer is named as its signed token would. */
export class ApiCaseBody extends dto(
  z.object({
    customer: z.strictObject({
      externalId: text(128),
      name: text(80).optional(),
      email: Email.optional(),
      phone: Phone.optional(),
      shop: shop.optional(),
    }),
    ...about,
    subject: text(80).optional(),
  }),
) {}

/** A number as somebody typed it. */
export class CaseParam extends dto(z.object({ number: z.string().min(1).max(60) })) {}

/** Somebody whom the desk does not know yet. */
const newCaller = z.strictObject({ siteId: id, name: text(80), phone: Phone.optional() });

export class PhoneCaseBody extends dto(
  z.object({
    /** Of this form, chosen by its page: sent twice it opens one case. */
    requestId: id,
    /** Either of the two. */
    customerId: id.optional(),
    newCustomer: newCaller.optional(),
    check: z.enum(CALLER_CHECKS),
    /** For colleagues: what was checked. */
    checkNote: printable.max(200).optional(),
    ...about,
  }),
) {}
