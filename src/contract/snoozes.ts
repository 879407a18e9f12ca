/** Why a case that was put off came back: its time, its customer, a clock that is running out, or a colleague's word. */
export const WAKE_REASONS = ['time', 'customer_wrote', 'nudged', 'urgent', 'staff'] as const;
export type WakeReason = (typeof WAKE_REASONS)[number];
