import { Button, Empty } from 'antd';
import type { CalendarView } from '../../../../../contract/index.js';
import { useTeams } from '../../../api/queries.js';
import { useLanguage } from '../../../i18n/i18n.js';
import { adminAddress } from '../../../routing/place.js';
import { goTo } from '../../../routing/use-route.js';
import { Link } from '../../../shared/link.js';
import { useMayEdit } from '../editable.js';
import { hoursOf } from './hours.js';
import { useCalendarTexts } from './texts.js';
import { useWeekWords } from './use-week-words.js';
import { WeekPicture } from './week-picture.js';

/** Every calendar with its week in a picture; archived ones last. */
export function CalendarList({ calendars }: { calendars: readonly CalendarView[] }) {
  const { pick } = useLanguage();
  const texts = useCalendarTexts();
  const { weekWords } = useWeekWords();
  const mayEdit = useMayEdit();
  const teams = useTeams().data?.items ?? [];
  const create = () => goTo(adminAddress('sla', 'calendars', 'new'));
  if (calendars.length === 0)
    return (
      <section className="sheet sla-part">
        <Empty description={texts('none')} image={Empty.PRESENTED_IMAGE_SIMPLE}>
          <p className="sla-quiet">{texts('noneDetail')}</p>
          {mayEdit && (
            <Button type="primary" onClick={create}>
              {texts('create')}
            </Button>
          )}
        </Empty>
      </section>
    );
  return (
    <>
      {mayEdit && (
        <div>
          <Button type="primary" onClick={create}>
            {texts('create')}
          </Button>
        </div>
      )}
      <ul className="sheet sla-calendars">
        {calendars
          .toSorted((a, b) => Number(a.archived) - Number(b.archived))
          .map(({ id, name, definition, archived, teamIds, runningClocks }) => (
            <li key={id} className={archived ? 'sla-calendar sla-calendar-off' : 'sla-calendar'}>
              <WeekPicture week={definition.week} small />
              <div>
                <span className="sla-calendar-name">
                  <Link to={adminAddress('sla', 'calendars', id)}>{pick(name)}</Link>
                  {archived && <span className="badge">{texts('archived')}</span>}
                  <span className="sla-quiet">{definition.zone}</span>
                </span>
                <p>{weekWords(definition.week)}</p>
                <p className="sla-quiet">
                  {texts('weekHours', { hours: Math.round(hoursOf(definition.week) * 10) / 10 })} ·{' '}
                  {texts('clocks', { count: runningClocks })}
                </p>
              </div>
              <span className="sla-calendar-teams">
                {teams
                  .filter((team) => teamIds.includes(team.id))
                  .map((team) => (
                    <span key={team.id} className="badge badge-info">
                      {pick(team.name)}
                    </span>
                  ))}
                {teamIds.length === 0 && <span className="sla-quiet">{texts('teamsNone')}</span>}
              </span>
            </li>
          ))}
      </ul>
    </>
  );
}
