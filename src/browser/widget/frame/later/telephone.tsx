import type { SiteView } from '../../../../contract/index.js';

/** The desk's number, to be called by a tap. */
export function Telephone({ site }: { site: SiteView | undefined }) {
  if (!site?.phone) return null;
  return (
    <a class="pill outline" href={`tel:${site.phone.replace(/[^\d+]/g, '')}`}>
      {site.phone}
    </a>
  );
}
