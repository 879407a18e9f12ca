import { Input } from 'antd';
import { useState } from 'react';
import type { MacroView } from '../../../../contract/index.js';
import { useTeams } from '../../api/queries.js';
import { useLanguage } from '../../i18n/i18n.js';
import { useMacroTexts } from '../../macros/texts.js';
import { useDeedWords } from '../../macros/use-deed-words.js';
import { adminAddress } from '../../routing/place.js';
import { Link } from '../../shared/link.js';
import { useMacroAdminTexts } from './texts.js';

/** A macro a row: what it is called, what it does, for whom, and how often it is used. */
export function MacroRows({ macros }: { macros: MacroView[] }) {
  const { pick } = useLanguage();
  const texts = useMacroAdminTexts();
  const macroTexts = useMacroTexts();
  const wordsOf = useDeedWords();
  const [wanted, setWanted] = useState('');
  const teams = useTeams().data?.items ?? [];
  const teamOf = ({ teamId }: MacroView) => {
    const team = teams.find(({ id }) => id === teamId);
    return team ? pick(team.name) : teamId ? '…' : texts('allTeams');
  };
  const words = wanted.trim().toLowerCase();
  const fitting = macros.filter(({ title, pinyin, initials }) =>
    [...Object.values(title), pinyin, initials].some((text) => text.toLowerCase().includes(words)),
  );
  return (
    <>
      <Input.Search
        className="canned-search"
        allowClear
        aria-label={texts('search')}
        placeholder={texts('search')}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
      />
      <ul className="admin-sheet canned-list">
        {fitting.map((macro) => (
          <li key={macro.id}>
            <div className="canned-name">
              <Link to={adminAddress('macros', macro.id)}>{pick(macro.title)}</Link>
              {macro.archived && <span className="badge">{texts('archived')}</span>}
              <code>{macro.initials}</code>
            </div>
            <span className="staff-quiet canned-body">
              {[...wordsOf(macro.deeds), ...(macro.reply ? [macroTexts('deed.reply')] : [])].join(' · ')}
            </span>
            <span className="staff-quiet">{teamOf(macro)}</span>
            <span className="staff-quiet tabular">{texts('uses', { count: macro.uses })}</span>
          </li>
        ))}
        {fitting.length === 0 && <li className="staff-quiet">{texts('nothing')}</li>}
      </ul>
    </>
  );
}
