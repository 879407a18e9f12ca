import { Input } from 'antd';
import { useState } from 'react';
import type { LocalizedText } from '../../../../contract/index.js';
import { useTeams } from '../../api/queries.js';
import { useLanguage } from '../../i18n/i18n.js';
import { adminAddress } from '../../routing/place.js';
import { Link } from '../../shared/link.js';

/** A canned reply or a macro. */
interface Kept {
  id: string;
  title: LocalizedText;
  teamId?: string;
  pinyin: string;
  initials: string;
  uses: number;
  archived: boolean;
}

interface Props<One> {
  page: string;
  items: One[];
  texts: (key: 'allTeams' | 'search' | 'archived' | 'uses' | 'nothing', values?: Record<string, number>) => string;
  /** Before the initials, as one types it. */
  prefix?: string;
  /** It is found by its title and by these. */
  alsoFoundBy?: (one: One) => string[];
  bodyOf: (one: One) => string;
  /** Beside the team. */
  aboutOf?: (one: One) => string | undefined;
}

/** One a row: what it is called, what it is, for whom, and how often it is used. */
export function KeptRows<One extends Kept>({
  page,
  items,
  texts,
  prefix = '',
  alsoFoundBy = () => [],
  bodyOf,
  aboutOf = () => undefined,
}: Props<One>) {
  const { pick } = useLanguage();
  const [wanted, setWanted] = useState('');
  const teams = useTeams().data?.items ?? [];
  const teamOf = ({ teamId }: One) => {
    const team = teams.find(({ id }) => id === teamId);
    return team ? pick(team.name) : teamId ? '…' : texts('allTeams');
  };
  const words = wanted.trim().toLowerCase();
  const fitting = items.filter((one) =>
    [...Object.values(one.title), one.pinyin, one.initials, ...alsoFoundBy(one)].some((text) =>
      text.toLowerCase().includes(words),
    ),
  );
  return (
    <>
      <Input.Search
        className="kept-search"
        allowClear
        aria-label={texts('search')}
        placeholder={texts('search')}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
      />
      <ul className="sheet kept-list">
        {fitting.map((one) => (
          <li key={one.id}>
            <div className="kept-name">
              <Link to={adminAddress(page, one.id)}>{pick(one.title)}</Link>
              {one.archived && <span className="badge">{texts('archived')}</span>}
              <code>
                {prefix}
                {one.initials}
              </code>
            </div>
            <span className="staff-quiet kept-body">{bodyOf(one)}</span>
            <span className="staff-quiet">{[teamOf(one), aboutOf(one)].filter(Boolean).join(' · ')}</span>
            <span className="staff-quiet tabular">{texts('uses', { count: one.uses })}</span>
          </li>
        ))}
        {fitting.length === 0 && <li className="staff-quiet">{texts('nothing')}</li>}
      </ul>
    </>
  );
}
