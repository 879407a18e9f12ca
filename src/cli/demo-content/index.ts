import { loginProblem } from './account/login-problem.data.js';
import { payoutDelay } from './earnings/payout-delay.data.js';
import { liveStutter } from './feature/live-stutter.data.js';
import type { SubCategoryTexts } from './texts.js';

export { CUSTOMERS } from './people/customers.data.js';
export { SHOPS } from './people/shops.data.js';
export { STAFF_MEMBERS } from './people/staff.data.js';
export {
  type DemoCustomer,
  type DemoShop,
  type DemoStaffMember,
  type Dialogue,
  fillIn,
  type Line,
  PLACEHOLDERS,
  type Placeholder,
  type Rated,
  type Said,
  type SubCategoryTexts,
} from './texts.js';

/** Everything people say at the demo's desk, by sub-category, in the order of the categories. */
export const TEXTS: readonly SubCategoryTexts[] = [loginProblem, payoutDelay, liveStutter];
