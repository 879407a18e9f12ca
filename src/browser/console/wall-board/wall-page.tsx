import { Button, Skeleton } from 'antd';
import { Suspense, useMemo, useState } from 'react';
import type { WallBoardView } from '../../../contract/index.js';
import { isProblem } from '../api/client.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { useAddressQuery } from '../routing/use-route.js';
import { fetchedLater } from '../shared/fetched-later.js';
import type { Holder, MovedCase } from './moves.js';
import { PersonCard } from './person-card.js';
import { TeamCard } from './team-card.js';
import { useWallTexts } from './texts.js';
import { useMove } from './use-move.js';
import { useWallBoard } from './use-wall-board.js';
import { WaitingRow } from './waiting-row.js';
import { WallContext } from './wall.js';
import { WallHead } from './wall-head.js';
import '../lists/lists.css';
import './wall.css';

const WhisperDialog = fetchedLater(() => import('../whisper/whisper-dialog.js'));
const MoveDialog = fetchedLater(() => import('./move-dialog.js'));

/** 监控大屏: queues, people and who waits, live, for who keeps them; made to hang on a wall and to be worked with. */
export default function WallPage() {
  const { pick } = useLanguage();
  const texts = useWallTexts();
  const teamId = useAddressQuery().get('team') ?? '';
  const [dragged, drag] = useState<MovedCase>();
  const [whispered, whisper] = useState<{ number: string; name: string }>();
  const [asked, ask] = useState<{ moved: MovedCase; to?: Holder }>();
  const query = useWallBoard(teamId, dragged !== undefined);
  const move = useMove();
  const board = query.data;

  const wall = useMemo(() => {
    const nameOf = ({ teamId: team, staffId }: Holder) => {
      if (staffId) return board?.people.find(({ id }) => id === staffId)?.name ?? '';
      const found = board?.teams.find(({ id }) => id === team);
      return found ? pick(found.name) : '';
    };
    return {
      dragged,
      drag,
      put: (moved: MovedCase, to: Holder) =>
        to.teamId === moved.from.teamId && to.staffId !== undefined
          ? move.mutate({ moved, to, name: nameOf(to) })
          : ask({ moved, to }),
      askWhereTo: (moved: MovedCase) => ask({ moved }),
      whisper: (number: string, name: string) => whisper({ number, name }),
      nameOf,
    };
  }, [board, dragged, move.mutate, pick]);

  return (
    <WallContext value={wall}>
      <main
        className="wall"
        id="thread"
        tabIndex={-1}
        aria-label={texts('title')}
        aria-busy={query.isPending}
        data-dragging={dragged !== undefined || undefined}
      >
        <WallHead query={query} teamId={teamId} />
        <div className="wall-scroll">{board ? <Board board={board} /> : <NotYet query={query} />}</div>
      </main>
      {asked && board && (
        <Suspense>
          <MoveDialog
            {...asked}
            name={asked.to ? wall.nameOf(asked.to) : ''}
            board={board}
            onMove={(to, note) => {
              move.mutate({ moved: asked.moved, to, name: wall.nameOf(to), note });
              ask(undefined);
            }}
            onClose={() => ask(undefined)}
          />
        </Suspense>
      )}
      {whispered && (
        <Suspense>
          <WhisperDialog {...whispered} onClose={() => whisper(undefined)} />
        </Suspense>
      )}
    </WallContext>
  );
}

function NotYet({ query }: { query: ReturnType<typeof useWallBoard> }) {
  const { t } = useLanguage();
  const texts = useWallTexts();
  if (!query.isError)
    return (
      <div className="wall-waiting-for" aria-hidden="true">
        <Skeleton active paragraph={{ rows: 12 }} />
      </div>
    );
  const { title, detail } = problemText(t, query.error);
  const forbidden = isProblem(query.error, 'forbidden');
  return (
    <div className="placeholder" role="alert">
      <strong>{texts(forbidden ? 'forbidden' : 'failed')}</strong>
      <p>{forbidden ? texts('forbiddenDetail') : title}</p>
      {!forbidden && detail && <p>{detail}</p>}
      {!forbidden && <Button onClick={() => void query.refetch()}>{t('common.retry')}</Button>}
    </div>
  );
}

function Board({ board: { teams, people, waiting } }: { board: WallBoardView }) {
  const texts = useWallTexts();
  const all = teams.reduce((sum, team) => sum + team.waiting, 0);
  const online = people.filter(({ presence }) => presence === 'online').length;
  if (teams.length === 0)
    return (
      <div className="placeholder">
        <strong>{texts('noTeams')}</strong>
        <p>{texts('noTeamsDetail')}</p>
      </div>
    );
  return (
    <>
      <section aria-labelledby="wall-queues">
        <h3 id="wall-queues" className="sr-only">
          {texts('queues')}
        </h3>
        <ul className="wall-teams">
          {teams.map((team) => (
            <TeamCard key={team.id} team={team} />
          ))}
        </ul>
      </section>
      <div className="wall-below">
        <section aria-labelledby="wall-waiting" className="wall-sheet">
          <h3 id="wall-waiting">
            {texts('waitingCases')}
            {all > waiting.length && <small>{texts('waitingShown', { shown: waiting.length, all })}</small>}
          </h3>
          {waiting.length > 0 ? (
            <ol className="wall-queue">
              {waiting.map((each) => (
                <WaitingRow key={each.number} waiting={each} />
              ))}
            </ol>
          ) : (
            <div className="placeholder">
              <strong>{texts('nobodyWaits')}</strong>
              <p>{texts('nobodyWaitsDetail')}</p>
            </div>
          )}
        </section>
        <section aria-labelledby="wall-people">
          <h3 id="wall-people">
            {texts('people')}
            <small>{texts('peopleCount', { online, all: people.length })}</small>
          </h3>
          {people.length > 0 ? (
            <ul className="wall-people">
              {people.map((person) => (
                <PersonCard key={person.id} person={person} />
              ))}
            </ul>
          ) : (
            <p className="wall-small">{texts('noPeople')}</p>
          )}
        </section>
      </div>
    </>
  );
}
