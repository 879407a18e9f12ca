import { Button, Skeleton } from 'antd';
import { type KeyboardEvent, useRef } from 'react';
import { useTeams } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { problemText } from '../i18n/problem-text.js';
import { moveFocus } from '../lists/move-focus.js';
import { DUE_ADDRESS } from '../routing/place.js';
import { goTo, useAddressQuery } from '../routing/use-route.js';
import { useStaff } from '../session/session.js';
import { LampMark } from '../shared/lamp-mark.js';
import { useShortcuts } from '../shortcuts/use-shortcuts.js';
import { PickSome } from '../tickets/pick-some.js';
import { TableEnd } from '../tickets/table-end.js';
import { DueRow } from './due-row.js';
import { useDueTexts } from './texts.js';
import { type DueQuery, useBands, useDueTickets, useUnseen } from './use-due.js';
import '../lists/lists.css';
import './due.css';

/** What breaches next, for whoever has to see to it: in bands, live, the nearest first. */
export default function DuePage() {
  const texts = useDueTexts();
  const teams = useAddressQuery().get('team') ?? '';
  const query = useDueTickets(teams);
  const pane = useRef<HTMLElement>(null);
  useShortcuts({ j: () => moveFocus(pane.current, 1), k: () => moveFocus(pane.current, -1) });
  const arrows = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    moveFocus(pane.current, event.key === 'ArrowDown' ? 1 : -1);
  };
  return (
    <div className="due">
      <header className="due-head">
        <h2>{texts('title')}</h2>
        <span className="due-hint">{texts('hint')}</span>
        <TeamFilter teams={teams} />
      </header>
      <main
        className="due-scroll"
        id="thread"
        tabIndex={-1}
        ref={pane}
        aria-label={texts('title')}
        aria-busy={query.isPending}
        onKeyDown={arrows}
      >
        <Board query={query} teams={teams} />
      </main>
    </div>
  );
}

const show = (teams: string) => goTo(teams ? `${DUE_ADDRESS}?team=${teams}` : DUE_ADDRESS);

function TeamFilter({ teams }: { teams: string }) {
  const { pick } = useLanguage();
  const texts = useDueTexts();
  const { role, teamIds } = useStaff();
  const own = (useTeams().data?.items ?? []).filter(
    ({ id, archived }) => !archived && (role === 'admin' || teamIds.includes(id)),
  );
  if (own.length < 2) return null;
  return (
    <PickSome
      label={texts('team')}
      options={own.map(({ id, name }) => ({ value: id, label: pick(name) }))}
      value={teams ? teams.split(',') : undefined}
      onChange={(some) => show(some?.join(',') ?? '')}
    />
  );
}

function Board({ query, teams }: { query: DueQuery; teams: string }) {
  const { t } = useLanguage();
  const texts = useDueTexts();
  const unseen = useUnseen();
  const bands = useBands(query.data).filter(({ tickets }) => tickets.length > 0);
  if (query.isPending)
    return (
      <div className="due-waiting" aria-hidden="true">
        <Skeleton active paragraph={{ rows: 10 }} />
      </div>
    );
  if (query.isError && !query.data) {
    const { title, detail } = problemText(t, query.error);
    return (
      <div className="placeholder" role="alert">
        <strong>{texts('failed')}</strong>
        <p>{title}</p>
        {detail && <p>{detail}</p>}
        <Button onClick={() => void query.refetch()}>{t('common.retry')}</Button>
      </div>
    );
  }
  if (bands.length === 0) return <Calm teams={teams} />;
  return (
    <>
      {bands.map(({ band, tickets }, place) => {
        const mayBeMore = query.hasNextPage && place === bands.length - 1;
        return (
          <section key={band} className={`due-band due-${band}`} aria-labelledby={`due-${band}`}>
            <h3 id={`due-${band}`}>
              {texts(band)}
              <span className="due-count tabular">
                {texts(mayBeMore ? 'more' : 'count', { count: tickets.length })}
              </span>
            </h3>
            <ul>
              {tickets.map((ticket) => (
                <DueRow key={ticket.number} ticket={ticket} escalation={unseen.get(ticket.number)} />
              ))}
            </ul>
          </section>
        );
      })}
      <TableEnd query={query} />
    </>
  );
}

function Calm({ teams }: { teams: string }) {
  const texts = useDueTexts();
  return (
    <div className="placeholder due-calm">
      <span className="due-lamp">
        <LampMark size={64} />
      </span>
      <strong>{texts(teams ? 'noneOfTeam' : 'none')}</strong>
      <p>{texts('noneDetail')}</p>
      {teams && <Button onClick={() => show('')}>{texts('all')}</Button>}
    </div>
  );
}
