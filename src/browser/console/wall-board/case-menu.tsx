import { MoreOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { goTo } from '../routing/use-route.js';
import { useStaff } from '../session/session.js';
import { ticketAddress } from '../tickets/ticket-table.js';
import type { MovedCase } from './moves.js';
import { useWallTexts } from './texts.js';
import { useWall } from './wall.js';

/** Everything that can be done with a case on the board, for keyboard and touch as well. @param holder name of who has it */
export function CaseMenu({ moved, holder }: { moved: MovedCase; holder?: string }) {
  const texts = useWallTexts();
  const staff = useStaff();
  const { askWhereTo, put, whisper } = useWall();
  const { number, from } = moved;
  const mayTake = staff.teamIds.includes(from.teamId) && from.staffId !== staff.id;
  return (
    <Dropdown
      trigger={['click']}
      autoFocus
      menu={{
        items: [
          { key: 'move', label: texts('move'), onClick: () => askWhereTo(moved) },
          ...(mayTake
            ? [
                {
                  key: 'takeOver',
                  label: texts('takeOver'),
                  onClick: () => put(moved, { teamId: from.teamId, staffId: staff.id }),
                },
              ]
            : []),
          ...(holder && from.staffId !== staff.id
            ? [{ key: 'whisper', label: texts('whisper'), onClick: () => whisper(number, holder) }]
            : []),
          { key: 'open', label: texts('open'), onClick: () => goTo(ticketAddress(number)) },
        ],
      }}
    >
      <Button
        type="text"
        size="small"
        className="wall-menu"
        aria-label={texts('menu', { number })}
        icon={<MoreOutlined aria-hidden />}
      />
    </Dropdown>
  );
}
