import type { WallBoardPersonView } from '../../../contract/index.js';
import { useTeams } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import { Lasting } from './lasting.js';
import { holderOf } from './moves.js';
import { PersonCases } from './person-cases.js';
import { PersonLoad } from './person-load.js';
import { PresenceChoice } from './presence-choice.js';
import { useWallTexts } from './texts.js';
import { useDropPlace } from './wall.js';

/** Somebody of the teams: whether they are there, how much they hold, and what. A case can be put into their hands. */
export function PersonCard({ person }: { person: WallBoardPersonView }) {
  const { pick, formats } = useLanguage();
  const texts = useWallTexts();
  const teams = useTeams().data?.items ?? [];
  const drop = useDropPlace((moved) => holderOf(person, moved));
  return (
    <li className="wall-person" data-person={person.id} data-presence={person.presence} {...drop}>
      <header>
        <h4 className="ellipsis">{person.name}</h4>
        {person.onShift !== undefined && (
          <span className={person.onShift ? 'badge badge-ok' : 'badge'}>
            {texts(person.onShift ? 'onShift' : 'offShift')}
          </span>
        )}
        <span className="wall-small ellipsis wall-person-teams">
          {formats.list(teams.filter(({ id }) => person.teamIds.includes(id)).map(({ name }) => pick(name)))}
        </span>
      </header>
      <div className="wall-presence">
        <PresenceChoice person={person} />
        <PresenceWords person={person} />
      </div>
      <PersonLoad person={person} />
      <PersonCases person={person} />
      {person.otherCases > 0 && <p className="wall-small">{texts('otherCases', { count: person.otherCases })}</p>}
    </li>
  );
}

function PresenceWords({ person }: { person: WallBoardPersonView }) {
  const texts = useWallTexts();
  const because =
    person.because === 'supervisor'
      ? person.setBy
        ? texts('because.supervisor', { name: person.setBy })
        : texts('because.supervisorUnknown')
      : person.because && person.because !== 'self'
        ? texts(`because.${person.because}`)
        : undefined;
  return (
    <span className="wall-presence-words">
      {person.since && <Lasting since={person.since} />}
      {because && <span className="wall-why"> · {because}</span>}
      {person.lastActiveAt && person.presence !== 'offline' && (
        <span className="wall-small">
          {' · '}
          <Lasting since={person.lastActiveAt} words={(time) => texts('lastActive', { time })} />
        </span>
      )}
    </span>
  );
}
