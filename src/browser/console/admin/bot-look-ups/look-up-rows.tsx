import type { BotLookUpView } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { adminAddress } from '../../routing/place.js';
import { Link } from '../../shared/link.js';
import { useSites } from '../sites/queries.js';
import { useLookUpTexts } from './texts.js';

/** A look-up a row: what it says, for which site, and what it asks for. */
export function LookUpRows({ lookUps }: { lookUps: BotLookUpView[] }) {
  const { pick } = useLanguage();
  const texts = useLookUpTexts();
  const sites = useSites().data?.items ?? [];
  return (
    <ul className="sheet look-up-list">
      {lookUps.map((lookUp) => (
        <li key={lookUp.id}>
          <div className="look-up-name">
            <Link to={adminAddress('bot-look-ups', lookUp.id)}>{pick(lookUp.name)}</Link>
            {!lookUp.enabled && <span className="badge">{texts('off')}</span>}
            <code>{lookUp.key}</code>
          </div>
          <span className="staff-quiet">{sites.find(({ id }) => id === lookUp.siteId)?.name ?? '…'}</span>
          <span className="staff-quiet">
            {lookUp.input ? texts('asksFor', { label: pick(lookUp.input.label) }) : texts('asksNothing')}
          </span>
        </li>
      ))}
    </ul>
  );
}
