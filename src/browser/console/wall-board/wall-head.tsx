import { FullscreenExitOutlined, FullscreenOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTeams } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { useRealtime } from '../realtime/realtime.js';
import { WALL_ADDRESS } from '../routing/place.js';
import { goTo } from '../routing/use-route.js';
import { useStaff } from '../session/session.js';
import { PickSome } from '../tickets/pick-some.js';
import { useWallTexts } from './texts.js';
import type { useWallBoard } from './use-wall-board.js';

interface Props {
  query: ReturnType<typeof useWallBoard>;
  teamId: string;
}

/** What the figures are of, and whether they are of this moment. */
export function WallHead({ query, teamId }: Props) {
  const { formats } = useLanguage();
  const texts = useWallTexts();
  const { connection } = useRealtime();
  const at = query.data?.at;
  const isStale = connection === 'offline' || query.isError;
  return (
    <header className="wall-head">
      <h2>{texts('title')}</h2>
      {at && (
        <span className={isStale ? 'wall-live wall-live-off' : 'wall-live'} role="status">
          {isStale ? texts('stale', { at: formats.time(at) }) : texts('live')}
        </span>
      )}
      <div className="wall-head-end">
        <TeamChoice teamId={teamId} />
        <FullScreen />
      </div>
    </header>
  );
}

function TeamChoice({ teamId }: { teamId: string }) {
  const { pick } = useLanguage();
  const texts = useWallTexts();
  const { role, teamIds } = useStaff();
  const own = (useTeams().data?.items ?? []).filter(
    ({ id, archived }) => !archived && (role === 'admin' || teamIds.includes(id)),
  );
  if (own.length < 2) return null;
  return (
    <PickSome
      single
      label={texts('team')}
      options={[
        { value: '', label: texts('allTeams') },
        ...own.map(({ id, name }) => ({ value: id, label: pick(name) })),
      ]}
      value={[teamId]}
      onChange={(some) => goTo(some?.[0] ? `${WALL_ADDRESS}?team=${some[0]}` : WALL_ADDRESS)}
    />
  );
}

/** The board alone, for the screen on the wall. The whole page becomes so, as menus and dialogs hang on it. */
function FullScreen() {
  const texts = useWallTexts();
  const [isFull, setFull] = useState(document.fullscreenElement !== null);
  useEffect(() => {
    const look = () => setFull(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', look);
    return () => document.removeEventListener('fullscreenchange', look);
  }, []);
  if (!document.fullscreenEnabled) return null;
  const label = texts(isFull ? 'leaveFullScreen' : 'fullScreen');
  return (
    <Button
      className="wall-full"
      aria-label={label}
      title={label}
      icon={isFull ? <FullscreenExitOutlined aria-hidden /> : <FullscreenOutlined aria-hidden />}
      onClick={() => void (isFull ? document.exitFullscreen() : document.documentElement.requestFullscreen())}
    />
  );
}
