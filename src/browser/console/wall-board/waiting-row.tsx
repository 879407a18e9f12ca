import { ExclamationCircleFilled } from '@ant-design/icons';
import type { WallBoardWaitingView } from '../../../contract/index.js';
import { useTeams } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { PriorityMark } from '../lists/priority-mark.js';
import { SlaChip } from '../lists/sla-chip.js';
import { TierBadge } from '../lists/tier-badge.js';
import { Link } from '../shared/link.js';
import { useSkillTexts } from '../skills/texts.js';
import { useSkillWords } from '../skills/use-skill-words.js';
import { ticketAddress } from '../tickets/ticket-table.js';
import { CaseMenu } from './case-menu.js';
import { Lasting } from './lasting.js';
import { useWallTexts } from './texts.js';
import { useDraggable } from './wall.js';

/** A case that waits: its place, since when, whom it asks for and how far it has come. */
export function WaitingRow({ waiting }: { waiting: WallBoardWaitingView }) {
  const { t, pick } = useLanguage();
  const texts = useWallTexts();
  const kind = useSkillTexts();
  const skill = useSkillWords();
  const team = useTeams().data?.items.find(({ id }) => id === waiting.teamId);
  const moved = { number: waiting.number, subject: waiting.subject, from: { teamId: waiting.teamId } };
  return (
    <li
      className={waiting.nobody ? 'wall-waiting wall-waiting-stuck' : 'wall-waiting'}
      data-case={waiting.number}
      {...useDraggable(moved)}
    >
      <span className="wall-place tabular" title={texts('place', { place: waiting.place })}>
        <span aria-hidden="true">{waiting.place}</span>
        <span className="sr-only">{texts('place', { place: waiting.place })}</span>
      </span>
      <div className="wall-waiting-case">
        <span className="wall-case-title">
          <PriorityMark priority={waiting.priority} />
          <Link to={ticketAddress(waiting.number)} className="ellipsis" title={waiting.subject} draggable={false}>
            {waiting.subject || t('lists.noSubject')}
          </Link>
        </span>
        <span className="wall-small wall-case-facts">
          <span className="tabular">{waiting.number}</span>
          <span className="wall-for-us">
            <Lasting since={waiting.waitingSince} words={(time) => texts('waited', { time })} />
          </span>
          {team && <span className="ellipsis">{pick(team.name)}</span>}
        </span>
        <span className="wall-marks">
          <TierBadge tier={waiting.tier} />
          {waiting.live && <span className="badge badge-info">{texts('live_now')}</span>}
          {waiting.wish !== 'wait' && <span className="badge badge-info">{texts(`wish.${waiting.wish}`)}</span>}
          {waiting.kind !== 'chat' && <span className="badge">{kind(`kind.${waiting.kind}`)}</span>}
          {waiting.nobody && (
            <span className="badge wall-stuck" title={texts('nobodyCanDetail')}>
              <ExclamationCircleFilled /> {texts('nobodyCan')}
            </span>
          )}
          <span className={`badge wall-stage-${waiting.stage}`}>{texts(`stage.${waiting.stage}`)}</span>
          {waiting.needs.map((need) => (
            <span
              key={need.skill}
              className={need.required ? 'badge wall-must' : 'badge'}
              title={`${skill.long(need.skill)} ≥ ${need.minimum}`}
            >
              {need.required && `${texts('must')} `}
              {skill.short(need.skill)}
              {need.minimum > 1 && ` ≥${need.minimum}`}
            </span>
          ))}
        </span>
      </div>
      <SlaChip clock={{ ...waiting, openedAt: waiting.waitingSince, lastActivityAt: waiting.waitingSince }} />
      <CaseMenu moved={moved} />
    </li>
  );
}
