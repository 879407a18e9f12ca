import { Button } from 'antd';
import type { SiteDetailView } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { CopyButton } from '../../shared/copy-button.js';
import { originProblem, type SiteDraft } from './site-draft.js';
import { snippetOf } from './snippet.js';
import { useSiteTexts } from './texts.js';

/** The snippet to embed, and whether it works: which pages have opened the widget, and which were refused. */
export function Installation({
  detail: { site, sightings },
  draft,
  onAllow,
}: {
  detail: SiteDetailView;
  draft: SiteDraft;
  onAllow: (origin: string) => void;
}) {
  const { formats } = useLanguage();
  const texts = useSiteTexts();
  const snippet = snippetOf(site.key, draft, location.origin);
  const latest = sightings.find(({ allowed }) => allowed);
  return (
    <section className="sheet site-part" aria-labelledby="site-installation">
      <h3 id="site-installation">{texts('installation')}</h3>
      <div className="site-snippet-head">
        <span className="field-label">{texts('snippet')}</span>
        <CopyButton text={snippet} />
      </div>
      <pre className="site-snippet">{snippet}</pre>
      <p className="field-hint">{texts('snippetHint')}</p>
      <span className="field-label">{texts('check')}</span>
      <p>
        {latest
          ? texts('checkOk', { origin: latest.origin, at: formats.short(latest.lastSeenAt) })
          : sightings.length === 0 && texts('checkNone')}
      </p>
      <ul className="site-sightings">
        {sightings.slice(0, 12).map(({ origin, allowed, lastSeenAt }) => (
          <li key={origin}>
            <span className={`badge ${allowed ? 'badge-ok' : 'badge-warn'}`}>
              {texts(allowed ? 'allowed' : 'refusedOne')}
            </span>
            <code>{origin}</code>
            <time dateTime={lastSeenAt} title={formats.full(lastSeenAt)} className="site-quiet">
              {texts('seen', { at: formats.short(lastSeenAt) })}
            </time>
            {!allowed && !originProblem(origin) && (
              <Button size="small" onClick={() => onAllow(origin)}>
                {texts('allow')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
