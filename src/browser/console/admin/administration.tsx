import { Suspense } from 'react';
import { useLanguage } from '../i18n/i18n.js';
import { adminAddress } from '../routing/place.js';
import { useStaff } from '../session/session.js';
import { Link } from '../shared/link.js';
import { pagesFor } from './pages.js';
import { useAdminTexts } from './texts.js';
import '../shared/page.css';
import './admin.css';
import { Loading } from '../shared/loading.js';

/** The administration: its pages at the side, one of them open. */
export default function Administration({ page, rest }: { page: string; rest: string[] }) {
  const { pick } = useLanguage();
  const texts = useAdminTexts();
  const pages = pagesFor(useStaff().role);
  const open = page === '' ? pages[0] : pages.find(({ key }) => key === page);
  return (
    <div className="admin">
      <nav className="admin-pages" aria-label={texts('pages')}>
        {pages.map(({ key, title }) => (
          <Link
            key={key}
            ref={key === open?.key ? intoView : undefined}
            to={adminAddress(key)}
            aria-current={key === open?.key ? 'page' : undefined}
          >
            {pick(title)}
          </Link>
        ))}
      </nav>
      <main className="page" id="thread" tabIndex={-1}>
        {open ? (
          <Suspense fallback={<Loading className="admin-waiting" />}>
            <open.Page rest={rest} />
          </Suspense>
        ) : (
          <div className="placeholder">
            <strong>{texts('nothing')}</strong>
            <p>{texts('nothingDetail')}</p>
          </div>
        )}
      </main>
    </div>
  );
}

/** On a phone the pages are one line, longer than the screen. */
const intoView = (link: HTMLElement | null) => link?.scrollIntoView({ block: 'nearest', inline: 'center' });
