import type { Locale, SiteView } from '../../../../contract/index.js';
import { useTexts } from '../state/context.js';

/** When somebody is there, and the telephone. */
export function Reach({ site, locale }: { site: SiteView; locale: Locale }) {
  const text = useTexts();
  return (
    <dl class="reach">
      <div class="row">
        <dt>{text.hoursLabel}</dt>
        <dd>{site.hours[locale]}</dd>
      </div>
      {site.phone && (
        <div class="row">
          <dt>{text.phone}</dt>
          <dd>
            <a href={`tel:${site.phone.replace(/[^\d+]/g, '')}`}>{site.phone}</a>
          </dd>
        </div>
      )}
    </dl>
  );
}
