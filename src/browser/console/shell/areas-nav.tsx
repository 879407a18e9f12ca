import { useLanguage } from '../i18n/i18n.js';
import type { MessageKey } from '../i18n/zh-cn.js';
import type { Place } from '../routing/place.js';
import { usePlace } from '../routing/use-route.js';
import { useStaff } from '../session/session.js';
import { Link } from '../shared/link.js';

const AREAS: { area: Place['area']; to: string; label: MessageKey; adminOnly?: true }[] = [
  { area: 'desk', to: '/console/', label: 'areas.desk' },
  { area: 'admin', to: '/console/admin', label: 'areas.admin', adminOnly: true },
];

/** The ways to the parts of the console; absent for who has only the desk. */
export function AreasNav() {
  const { t } = useLanguage();
  const { area: open } = usePlace();
  const { role } = useStaff();
  const areas = AREAS.filter(({ adminOnly }) => !adminOnly || role === 'admin');
  if (areas.length < 2) return null;
  return (
    <nav className="areas" aria-label={t('areas.label')}>
      {areas.map(({ area, to, label }) => (
        <Link key={area} to={to} aria-current={area === open ? 'page' : undefined}>
          {t(label)}
        </Link>
      ))}
    </nav>
  );
}
