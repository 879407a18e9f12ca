import {
  CheckCircleFilled,
  ClockCircleFilled,
  ExclamationCircleFilled,
  MinusCircleFilled,
  WarningFilled,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import { ROUTING_STAGES, type WallBoardTeamView } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { PresenceDot } from '../presence/presence-dot.js';
import { DUE_ADDRESS } from '../routing/place.js';
import { Link } from '../shared/link.js';
import { ExpectedWait } from './expected-wait.js';
import { RunningClock } from './lasting.js';
import { type TeamState, TONES, teamState } from './team-state.js';
import { useWallTexts } from './texts.js';
import { useDropPlace } from './wall.js';

const ICONS: Partial<Record<TeamState, ComponentType>> = {
  nobody: ExclamationCircleFilled,
  unstaffed: ExclamationCircleFilled,
  overdue: WarningFilled,
  queueFull: WarningFilled,
  atRisk: ClockCircleFilled,
  allBusy: ClockCircleFilled,
  away: MinusCircleFilled,
  calm: CheckCircleFilled,
};

/** It is the queue itself that is not well. */
const PRESSED: readonly TeamState[] = ['nobody', 'unstaffed', 'queueFull', 'allBusy'];

/** One queue, to be read from afar: how many wait, how long, and whether that is well. A case can be put into it. */
export function TeamCard({ team }: { team: WallBoardTeamView }) {
  const { pick } = useLanguage();
  const texts = useWallTexts();
  const state = teamState(team);
  const Icon = ICONS[state];
  const drop = useDropPlace(() => ({ teamId: team.id }));
  const count = { nobody: team.nobody, overdue: team.slaOverdue, atRisk: team.slaAtRisk }[state as string] ?? 0;
  return (
    <li
      className={`wall-team wall-${TONES[state]}${PRESSED.includes(state) ? ' wall-pressed' : ''}`}
      data-team={team.id}
      {...drop}
    >
      <h4>
        <span className="ellipsis">{pick(team.name)}</span>
        <small>{texts(`strategy.${team.strategy}`)}</small>
      </h4>
      <p className="wall-state">
        {Icon && <Icon />}
        {texts(`state.${state}`, { count })}
      </p>
      <dl className="wall-figures">
        <div>
          <dt>{texts('waiting')}</dt>
          <dd className="wall-big tabular">
            {team.waiting}
            {team.queueLimit !== undefined && <span className="wall-limit">/{team.queueLimit}</span>}
          </dd>
        </div>
        <div>
          <dt>{texts('longest')}</dt>
          <dd className="wall-big">{team.longestSince ? <RunningClock since={team.longestSince} /> : '–'}</dd>
        </div>
      </dl>
      <dl className="wall-facts">
        {team.expectedWait && (
          <div>
            <dt>{texts('expected')}</dt>
            <dd>
              <ExpectedWait {...team.expectedWait} />
            </dd>
          </div>
        )}
        <Late teamId={team.id} name={texts('overdue')} count={team.slaOverdue} tone="danger" />
        <Late teamId={team.id} name={texts('atRisk')} count={team.slaAtRisk} tone="warn" />
      </dl>
      {team.waiting > 0 && <Stages team={team} />}
      <p className="wall-hands">
        {(['online', 'busy', 'offline'] as const).map((presence) => (
          <span key={presence}>
            <PresenceDot presence={presence} />
            <span className="tabular">{team.presences[presence]}</span> {texts(presence)}
          </span>
        ))}
      </p>
      <p className="wall-small tabular">
        {texts('units', { load: team.load, capacity: team.capacity })} · {texts('inHand', { count: team.inHand })}
      </p>
    </li>
  );
}

/** How many clocks, and the way to them. */
function Late({ teamId, name, count, tone }: { teamId: string; name: string; count: number; tone: 'danger' | 'warn' }) {
  return (
    <div className={count > 0 ? `wall-is-${tone}` : undefined}>
      <dt>{name}</dt>
      <dd className="tabular">{count > 0 ? <Link to={`${DUE_ADDRESS}?team=${teamId}`}>{count}</Link> : 0}</dd>
    </div>
  );
}

/** How far those who wait have come: the further, the more people may take them. */
function Stages({ team }: { team: WallBoardTeamView }) {
  const texts = useWallTexts();
  return (
    <ul className="wall-stages" aria-label={texts('stages')}>
      {ROUTING_STAGES.filter((stage) => team.stages[stage] > 0).map((stage) => (
        <li key={stage} className={`badge wall-stage-${stage}`}>
          {texts(`stage.${stage}`)} <span className="tabular">{team.stages[stage]}</span>
        </li>
      ))}
      {team.nobody > 0 && (
        <li className="badge wall-stuck">
          {texts('nobodyCan')} <span className="tabular">{team.nobody}</span>
        </li>
      )}
    </ul>
  );
}
