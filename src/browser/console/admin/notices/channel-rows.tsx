import type { NoticeChannelView } from '../../../../contract/index.js';
import { useTeams } from '../../api/queries.js';
import { useLanguage } from '../../i18n/i18n.js';
import { adminAddress } from '../../routing/place.js';
import { Link } from '../../shared/link.js';
import { useChannelTexts } from './texts.js';

/** A channel a row: what it is, for whom, and whether the last notice arrived. */
export function ChannelRows({ channels }: { channels: NoticeChannelView[] }) {
  const { pick, formats } = useLanguage();
  const texts = useChannelTexts();
  const teams = useTeams().data?.items ?? [];
  const teamOf = (teamId: string | undefined) => {
    const team = teams.find(({ id }) => id === teamId);
    return team ? pick(team.name) : teamId ? '…' : texts('allTeams');
  };
  const last = ({ last: sent }: NoticeChannelView) =>
    sent ? texts(`last_${sent.state}`, { at: formats.short(sent.at), answer: sent.answer }) : texts('never');
  return (
    <ul className="sheet channel-list">
      {channels.map((channel) => (
        <li key={channel.id}>
          <div className="channel-name">
            <Link to={adminAddress('notices', channel.id)}>{channel.name}</Link>
            {!channel.enabled && <span className="badge">{texts('off')}</span>}
          </div>
          <span>{texts(channel.kind)}</span>
          <span className="staff-quiet">{teamOf(channel.teamId)}</span>
          <span className="channel-last" data-state={channel.last?.state}>
            {last(channel)}
          </span>
        </li>
      ))}
    </ul>
  );
}
