import type { TeamRoutingView } from '../../../../../contract/index.js';
import { serverDraft, settingsOf } from './team-routing-draft.js';

const VIEW: TeamRoutingView = {
  teamId: 'a',
  version: 3,
  warnings: [],
  strategy: 'balanced',
  answerWithinSeconds: 180,
  lastAgentDays: 7,
  relaxAfterSeconds: null,
  overflowAfterSeconds: 300,
  overflowTeamIds: ['b'],
  shiftOnly: false,
  queueLimit: null,
  releaseAfterMinutes: 90,
  surgeWaiting: 20,
};

describe('what is typed of a team’s routing', () => {
  const { version, draft } = serverDraft(VIEW);

  it('says the same as the settings', () => {
    const { teamId: _, version: __, warnings: ___, ...settings } = VIEW;
    expect(version).toBe(3);
    expect(draft.releaseAfter).toBe(5_400);
    expect(settingsOf(draft)).toEqual(settings);
    expect(settingsOf({ ...draft, releaseAfter: null })).toMatchObject({ releaseAfterMinutes: null });
  });

  it.each(['releaseAfter', 'answerWithinSeconds', 'relaxAfterSeconds', 'overflowAfterSeconds'] as const)(
    'is no settings while %s cannot be read',
    (field) => expect(settingsOf({ ...draft, [field]: 'soon' })).toBeUndefined(),
  );
});
