import { pinyin } from 'pinyin-pro';
import { ARTICLE_LIMITS } from '../../contract/index.js';

const LONGEST_MADE = 60;

/** A name for an address, made of a title: Chinese by its pinyin. Empty when nothing of it can be written so. */
export function slugify(title: string): string {
  const spoken = pinyin(title.slice(0, ARTICLE_LIMITS.title), {
    toneType: 'none',
    type: 'array',
    nonZh: 'consecutive',
    v: true,
  });
  const slug = spoken
    .join('-')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (slug.length <= LONGEST_MADE) return slug;
  const cut = slug.slice(0, LONGEST_MADE + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), 20)).replace(/-+$/, '');
}

/** The first of `slug`, `slug-2`, `slug-3` … that is free. */
export function freeSlug(slug: string, isTaken: (slug: string) => boolean): string {
  for (let number = 1; ; number += 1) {
    const wish = number === 1 ? slug : `${slug.slice(0, ARTICLE_LIMITS.slug - 7)}-${number}`;
    if (!isTaken(wish)) return wish;
  }
}
