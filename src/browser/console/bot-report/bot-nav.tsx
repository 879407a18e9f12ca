import { usePlace } from '../routing/use-route.js';
import { useStaff } from '../session/session.js';
import { Link } from '../shared/link.js';
import { useReportTexts } from './texts.js';
import './bot-frame.css';

const PAGES = [
  { area: 'bot', to: '/console/bot', label: 'conversations' },
  { area: 'bot-report', to: '/console/bot/report', label: 'title' },
  { area: 'bot-learning', to: '/console/bot/learning', label: 'learning' },
] as const;

/** The ways to what there is to know about the bot, for who keeps it; agents have its conversations alone. */
export function BotNav() {
  const texts = useReportTexts();
  const { area } = usePlace();
  const { role } = useStaff();
  if (role === 'agent') return null;
  return (
    <nav className="bot-pages" aria-label={texts('pages')}>
      {PAGES.map(({ area: page, to, label }) => (
        <Link key={page} to={to} aria-current={page === area ? 'page' : undefined}>
          {texts(label)}
        </Link>
      ))}
    </nav>
  );
}
