import { Input } from 'antd';
import { useState } from 'react';
import type { CannedReplyView } from '../../../../contract/index.js';
import { useCategories, useTeams } from '../../api/queries.js';
import { useLanguage } from '../../i18n/i18n.js';
import { adminAddress } from '../../routing/place.js';
import { Link } from '../../shared/link.js';
import { useCannedTexts } from './texts.js';

/** A canned reply a row: what it is called, how it begins, for whom, and how often it is used. */
export function ReplyRows({ replies }: { replies: CannedReplyView[] }) {
  const { pick } = useLanguage();
  const texts = useCannedTexts();
  const [wanted, setWanted] = useState('');
  const teams = useTeams().data?.items ?? [];
  const categories = useCategories().data?.items ?? [];
  const teamOf = ({ teamId }: CannedReplyView) => {
    const team = teams.find(({ id }) => id === teamId);
    return team ? pick(team.name) : teamId ? '…' : texts('allTeams');
  };
  const categoryOf = ({ category }: CannedReplyView) => {
    const found = categories.find(({ key }) => key === category);
    return found && pick(found.name);
  };
  const words = wanted.trim().toLowerCase();
  const fitting = replies.filter(({ title, body, pinyin, initials }) =>
    [...Object.values(title), ...Object.values(body), pinyin, initials].some((text) =>
      text.toLowerCase().includes(words),
    ),
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
        {fitting.map((reply) => (
          <li key={reply.id}>
            <div className="canned-name">
              <Link to={adminAddress('canned-replies', reply.id)}>{pick(reply.title)}</Link>
              {reply.archived && <span className="badge">{texts('archived')}</span>}
              <code>/{reply.initials}</code>
            </div>
            <span className="staff-quiet canned-body">{pick(reply.body)}</span>
            <span className="staff-quiet">{[teamOf(reply), categoryOf(reply)].filter(Boolean).join(' · ')}</span>
            <span className="staff-quiet tabular">{texts('uses', { count: reply.uses })}</span>
          </li>
        ))}
        {fitting.length === 0 && <li className="staff-quiet">{texts('nothing')}</li>}
      </ul>
    </>
  );
}
