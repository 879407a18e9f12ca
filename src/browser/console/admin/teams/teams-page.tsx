import { RecordsPage } from '../records-page.js';
import { NewTeam } from './new-team.js';
import { useTeamRecords } from './queries.js';
import { TeamEditor } from './team-editor.js';
import { TeamRows } from './team-rows.js';
import { useTeamTexts } from './texts.js';
import '../staff/staff.css';
import './teams.css';

export default function TeamsPage({ rest: [which] }: { rest: string[] }) {
  return (
    <RecordsPage
      page="teams"
      which={which}
      query={useTeamRecords()}
      texts={useTeamTexts()}
      create={() => <NewTeam />}
      one={(team) => <TeamEditor key={team.id} team={team} />}
      rows={(teams) => <TeamRows teams={teams} />}
    />
  );
}
