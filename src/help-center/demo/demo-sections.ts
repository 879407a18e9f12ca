import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ARTICLE_CATEGORIES, SECTION_LIMITS } from '../../contract/index.js';
import type { Transaction } from '../../platform/db/index.js';
import { slugSchema } from '../articles/slug.js';
import type { Sections } from '../sections/sections.service.js';

const FILE = 'src/help-center/content/sections.json';

const words = (maximum: number) =>
  z.strictObject({ 'zh-CN': z.string().min(1).max(maximum), en: z.string().min(1).max(maximum) });

const sectionSchema = z.strictObject({
  slug: slugSchema,
  category: z.enum(ARTICLE_CATEGORIES),
  /** The slug of the section above, which stands before this one in the file. */
  parent: slugSchema.optional(),
  names: words(SECTION_LIMITS.name),
  descriptions: words(SECTION_LIMITS.description),
});
export type DemoSection = z.infer<typeof sectionSchema>;

/** The sections of the demo, parents first. @param rootDir the project's root */
export async function readDemoSections(rootDir: string): Promise<DemoSection[]> {
  return z.array(sectionSchema).parse(JSON.parse(await readFile(join(rootDir, FILE), 'utf8')));
}

/**
 * Adds the sections of the demo whose slug is not taken.
 * @returns the ids of all that stand in the category of the demo, by slug: what an editor has moved elsewhere is left alone
 */
export async function seedSections(tx: Transaction, sections: Sections, rootDir: string): Promise<Map<string, string>> {
  await sections.holdAlone(tx);
  const there = await sections.all(tx);
  const ids = new Map<string, string>();
  for (const { slug, category, parent, names, descriptions } of await readDemoSections(rootDir)) {
    const known = there.find((section) => section.slug === slug);
    const parentId = parent === undefined ? null : ids.get(parent);
    if (known?.category === category) ids.set(slug, known.id);
    else if (!known && parentId !== undefined)
      ids.set(slug, await sections.add(tx, { category, parentId }, { slug, names, descriptions }));
  }
  return ids;
}
