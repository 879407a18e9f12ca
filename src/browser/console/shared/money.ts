import type { Locale } from '../../../contract/index.js';

/** How many digits of a currency stand behind the point: 2 of CNY, none of JPY. */
export const minorDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** `¥12.50`, of an amount in the smallest unit. */
export const moneyText = (locale: Locale, { amount, currency }: { amount: number; currency: string }): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount / 10 ** minorDigits(currency));
