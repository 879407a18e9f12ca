import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

export const WCAG_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
/** What the pages for customers keep to. */
export const FOR_EVERYBODY = [...WCAG_AA, 'wcag22aa', 'best-practice'];

interface Look {
  /** Tags of the rules; all that the checker has by itself when left out. */
  rules?: readonly string[];
  /** Only this part of the page. */
  within?: string;
  without?: string;
}

/** What keeps somebody from using the page: each rule that is broken, and what breaks it. Frames of other origins are not looked into. */
export async function flaws(page: Page, { rules, within, without }: Look = {}): Promise<string[]> {
  // Without this the checker words a finding for everything that is in order, which takes longer than to look.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  if (rules) axe.withTags([...rules]);
  if (within) axe.include(within);
  if (without) axe.exclude(without);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
