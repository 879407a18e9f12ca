import { adminAddress } from '../../routing/place.js';
import { Link } from '../../shared/link.js';
import { PageFrame } from '../../shared/page-frame.js';
import { QueryState } from '../../shared/query-state.js';
import { useRules } from './queries.js';
import { RulesEditor } from './rules/rules-editor.js';
import { TeamPart } from './teams/team-part.js';
import { useRoutingTexts } from './texts.js';
import '../sla/sla.css';
import '../staff/staff.css';
import './routing.css';

const PARTS = ['teams', 'rules'] as const;

/** Who is given what: each team's own way, and the rules of all. */
export default function RoutingPage({ rest: [part = 'teams', which] }: { rest: string[] }) {
  const texts = useRoutingTexts();
  const open = PARTS.find((known) => known === part) ?? 'teams';
  return (
    <PageFrame title={texts('title')} intro={texts('intro')}>
      <nav className="sla-parts" aria-label={texts('parts')}>
        {PARTS.map((key) => (
          <Link key={key} to={adminAddress('routing', key)} aria-current={key === open ? 'page' : undefined}>
            {texts(key)}
          </Link>
        ))}
      </nav>
      {open === 'teams' ? <TeamPart which={which} /> : <RulesPart />}
    </PageFrame>
  );
}

const RulesPart = () => <QueryState query={useRules()}>{(view) => <RulesEditor view={view} />}</QueryState>;
