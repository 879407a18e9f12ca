const LENGTH = 60;

/** An address name to begin with: the English words of a title, or none when it has too few of them. */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/【[^】]*】/g, ' ')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const slug = (words ?? []).join('-').slice(0, LENGTH).replace(/-+$/, '');
  return /[a-z]{3}/.test(slug) ? slug : '';
}

export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
