const ADDRESS = /^\/help\/[\w-]+\/articles\/([a-z0-9-]+)\/?$/;

/** The name of one of our own articles, when that is where a link leads. @param origin of the desk */
export function articleSlug(href: string, origin: string): string | undefined {
  if (!URL.canParse(href)) return undefined;
  const url = new URL(href);
  return url.origin === origin ? ADDRESS.exec(url.pathname)?.[1] : undefined;
}
