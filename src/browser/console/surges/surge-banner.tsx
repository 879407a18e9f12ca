import { pagesFor } from '../admin/pages.js';
import { useTeams } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { adminAddress } from '../routing/place.js';
import { useStaff } from '../session/session.js';
import { Link } from '../shared/link.js';
import { useSurges } from './queries.js';
import { useSurgeBannerTexts } from './texts.js';
import './surge-banner.css';

/** Says that a surge is on, for whom and what is different: why somebody has more in hand than usual. */
export function SurgeBanner() {
  const { pick, formats } = useLanguage();
  const texts = useSurgeBannerTexts();
  const { role } = useStaff();
  const teams = useTeams().data?.items ?? [];
  const surges = (useSurges().data?.items ?? []).filter(({ state }) => state === 'on');
  const mayOpen = pagesFor(role).some(({ key }) => key === 'surges');
  return (
    <div role="status" aria-live="polite" className="surge-banners">
      {surges.map(({ id, reason, teamId, endsAt, settings }) => {
        const team = teams.find((one) => one.id === teamId);
        const facts = [
          teamId === null ? texts('all') : team && pick(team.name),
          settings.capacityPercent > 100 && texts('capacity', { percent: String(settings.capacityPercent) }),
          settings.overflow && texts('overflow'),
          settings.liveFirst && texts('live'),
          endsAt && texts('until', { at: formats.short(endsAt) }),
        ].filter(Boolean);
        return (
          <div key={id} className="surge-banner">
            <strong>{texts('on', { reason })}</strong>
            <span>{facts.join(' · ')}</span>
            {mayOpen && <Link to={adminAddress('surges', id)}>{texts('open')}</Link>}
          </div>
        );
      })}
    </div>
  );
}
