import type { WallBoardCaseView, WallBoardPersonView } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { PriorityMark } from '../lists/priority-mark.js';
import { SlaChip } from '../lists/sla-chip.js';
import { Link } from '../shared/link.js';
import { ticketAddress } from '../tickets/ticket-table.js';
import { CaseMenu } from './case-menu.js';
import { Lasting } from './lasting.js';
import { useWallTexts } from './texts.js';
import { useDraggable } from './wall.js';

/** A case in somebody's hands: whom it waits for, and what is due. It can be dragged, and has a menu for who does not. */
export function CaseRow({ held, person }: { held: WallBoardCaseView; person: WallBoardPersonView }) {
  const { t } = useLanguage();
  const texts = useWallTexts();
  const moved = { number: held.number, subject: held.subject, from: { teamId: held.teamId, staffId: person.id } };
  return (
    <li
      className={`wall-case wall-waits-${held.waitsFor ?? 'nobody'}`}
      data-case={held.number}
      {...useDraggable(moved)}
    >
      <span className="wall-case-title">
        <PriorityMark priority={held.priority} />
        <Link to={ticketAddress(held.number)} className="ellipsis" title={held.subject} draggable={false}>
          {held.subject || t('lists.noSubject')}
        </Link>
      </span>
      <span className="wall-small wall-case-facts">
        <span className="tabular">{held.number}</span>
        <WaitsFor held={held} />
        {held.released && <span className="badge">{texts('released')}</span>}
      </span>
      <SlaChip clock={{ ...held, openedAt: held.since, lastActivityAt: held.since }} />
      <CaseMenu moved={moved} holder={person.name} />
    </li>
  );
}

function WaitsFor({ held: { waitsFor, waitingSince } }: { held: WallBoardCaseView }) {
  const texts = useWallTexts();
  if (!waitsFor || !waitingSince) return <span>{texts('waitsForNobody')}</span>;
  const key = waitsFor === 'staff' ? 'waitsForStaff' : 'waitsForCustomer';
  return (
    <span className={waitsFor === 'staff' ? 'wall-for-us' : undefined}>
      <Lasting since={waitingSince} words={(time) => texts(key, { time })} />
    </span>
  );
}
