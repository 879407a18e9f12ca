import { Button, Empty } from 'antd';
import { useLanguage } from '../../i18n/i18n.js';
import { adminAddress } from '../../routing/place.js';
import { goTo } from '../../routing/use-route.js';
import { Link } from '../../shared/link.js';
import { PageFrame } from '../../shared/page-frame.js';
import { QueryState } from '../../shared/query-state.js';
import { useSites } from './queries.js';
import { useSiteTexts } from './texts.js';

/** All sites, with what an administrator looks for: does it work, and is an origin missing. */
export function SiteList() {
  const { formats } = useLanguage();
  const texts = useSiteTexts();
  const create = (
    <Button type="primary" onClick={() => goTo(adminAddress('sites', 'new'))}>
      {texts('create')}
    </Button>
  );
  return (
    <PageFrame title={texts('title')} intro={texts('intro')} actions={create}>
      <QueryState query={useSites()}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty description={texts('none')} image={Empty.PRESENTED_IMAGE_SIMPLE}>
              {texts('noneDetail')}
            </Empty>
          ) : (
            <ul className="sheet site-list">
              {items.map((site) => (
                <li key={site.id}>
                  <Link to={adminAddress('sites', site.id)} className="site-row">
                    <span className="site-dot" style={{ background: site.color }} aria-hidden="true" />
                    <span className="site-what">
                      <b>{site.name}</b> <code>{site.key}</code>
                    </span>
                    <span className="site-badges">
                      {!site.enabled && <span className="badge">{texts('off')}</span>}
                      {site.refusedOrigins > 0 && (
                        <span className="badge badge-warn">{texts('refused', { count: site.refusedOrigins })}</span>
                      )}
                    </span>
                    <span className="site-quiet">
                      {texts('origins', { count: site.allowedOrigins.length })} ·{' '}
                      {site.lastOpenedAt
                        ? texts('lastOpened', { at: formats.short(site.lastOpenedAt) })
                        : texts('neverOpened')}
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </QueryState>
    </PageFrame>
  );
}
