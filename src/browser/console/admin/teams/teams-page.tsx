import { Button, Empty } from 'antd';
import { useLanguage } from '../../i18n/i18n.js';
import { adminAddress } from '../../routing/place.js';
import { goTo } from '../../routing/use-route.js';
import { PageFrame } from '../page-frame.js';
import { QueryState } from '../query-state.js';
import { NewTeam } from './new-team.js';
import { useTeamRecords } from './queries.js';
import { TeamEditor } from './team-editor.js';
import { TeamRows } from './team-rows.js';
import { useTeamTexts } from './texts.js';
import '../staff/staff.css';
import './teams.css';

/** Teams: the list, a new one, or one of them. */
export default function TeamsPage({ rest: [which] }: { rest: string[] }) {
  const { t } = useLanguage();
  const texts = useTeamTexts();
  const query = useTeamRecords();
  if (which === 'new') return <NewTeam />;
  if (which)
    return (
      <QueryState query={query}>
        {({ items }) => {
          const team = items.find(({ id }) => id === which);
          if (team) return <TeamEditor key={team.id} team={team} />;
          return (
            <div className="placeholder">
              <strong>{texts('gone')}</strong>
              <Button onClick={() => goTo(adminAddress('teams'))}>{t('common.back')}</Button>
            </div>
          );
        }}
      </QueryState>
    );
  return (
    <PageFrame
      title={texts('title')}
      intro={texts('intro')}
      actions={
        <Button type="primary" onClick={() => goTo(adminAddress('teams', 'new'))}>
          {texts('create')}
        </Button>
      }
    >
      <QueryState query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty description={texts('none')} image={Empty.PRESENTED_IMAGE_SIMPLE}>
              {texts('noneDetail')}
            </Empty>
          ) : (
            <TeamRows teams={items} />
          )
        }
      </QueryState>
    </PageFrame>
  );
}
