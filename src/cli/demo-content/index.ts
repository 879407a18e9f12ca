import { banAppeal } from './account/ban-appeal.data.js';
import { loginProblem } from './account/login-problem.data.js';
import { passwordRecovery } from './account/password-recovery.data.js';
import { appealJudgement } from './content/appeal-judgement.data.js';
import { reportViolation } from './content/report-violation.data.js';
import { earningsDoubt } from './earnings/earnings-doubt.data.js';
import { payoutDelay } from './earnings/payout-delay.data.js';
import { withdrawalFailed } from './earnings/withdrawal-failed.data.js';
import { adPlacement } from './feature/ad-placement.data.js';
import { liveStutter } from './feature/live-stutter.data.js';
import { uploadFailed } from './feature/upload-failed.data.js';
import type { SubCategoryTexts } from './texts.js';

export { DEMO_MERCHANTS, DEMO_SHOPS, type DemoMerchant } from './merchants.js';
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
export const TEXTS: readonly SubCategoryTexts[] = [
  loginProblem,
  passwordRecovery,
  banAppeal,
  withdrawalFailed,
  payoutDelay,
  earningsDoubt,
  liveStutter,
  uploadFailed,
  adPlacement,
  reportViolation,
  appealJudgement,
];
