import type { StaffRole } from '../../../contract/index.js';
import { NeedsPersonCount } from '../bot/needs-person-count.js';
import { useLanguage } from '../i18n/i18n.js';
import type { MessageKey } from '../i18n/zh-cn.js';
import { botAddress, DUE_ADDRESS, feedbackAddress, type Place, WALL_ADDRESS } from '../routing/place.js';
import { usePlace } from '../routing/use-route.js';
import { useStaff } from '../session/session.js';
import { Link } from '../shared/link.js';
import { lastTable } from '../tickets/last-table.js';

const AREAS: { area: Place['area']; to: () => string; label: MessageKey; isFor?: (role: StaffRole) => boolean }[] = [
  { area: 'desk', to: () => '/console/', label: 'areas.desk' },
  { area: 'tickets', to: () => lastTable.address, label: 'areas.tickets' },
  { area: 'due', to: () => DUE_ADDRESS, label: 'areas.due' },
  { area: 'bot', to: botAddress, label: 'areas.bot' },
  { area: 'feedback', to: () => feedbackAddress(), label: 'areas.feedback' },
  { area: 'wall', to: () => WALL_ADDRESS, label: 'areas.wall', isFor: (role) => role !== 'agent' },
  { area: 'admin', to: () => '/console/admin', label: 'areas.admin', isFor: (role) => role !== 'agent' },
];

/** The ways to the parts of the console. */
export function AreasNav() {
  const { t } = useLanguage();
  const { area: open } = usePlace();
  const { role } = useStaff();
  const areas = AREAS.filter(({ isFor }) => !isFor || isFor(role));
  return (
    <nav className="areas" aria-label={t('areas.label')}>
      {areas.map(({ area, to, label }) => (
        <Link key={area} to={to()} aria-current={area === open || open.startsWith(`${area}-`) ? 'page' : undefined}>
          {t(label)}
          {area === 'bot' && <NeedsPersonCount />}
        </Link>
      ))}
    </nav>
  );
}
