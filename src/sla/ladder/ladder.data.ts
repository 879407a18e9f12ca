import type { LadderRung, Ladders } from '../../contract/index.js';

const warning = (percent: number, ...whom: LadderRung['whom']): LadderRung => ({
  at: { percent },
  whom,
  how: ['in_app'],
  also: [],
  acknowledgeWithinMinutes: null,
});

/** Colleagues first, whoever leads them when it is late, and the duty manager when nobody says that they have seen it. */
const RESPONSE: LadderRung[] = [
  warning(75, 'assignee', 'on_duty'),
  {
    at: { breach: true },
    whom: ['assignee', 'team_lead'],
    how: ['in_app', 'email'],
    also: [],
    acknowledgeWithinMinutes: 30,
  },
  {
    at: { afterMinutes: 60 },
    whom: ['duty_manager'],
    how: ['in_app', 'email'],
    also: [],
    acknowledgeWithinMinutes: null,
  },
];

/** The ladder that a new desk begins with. */
export const DEFAULT_LADDERS: Ladders = {
  first_response: RESPONSE,
  next_response: RESPONSE,
  promise: [warning(50, 'assignee'), warning(90, 'assignee', 'team_lead'), ...RESPONSE.slice(1)],
  resolution: [warning(75, 'assignee'), ...RESPONSE.slice(1)],
  P0: [
    { at: { percent: 0 }, whom: ['duty_manager'], how: ['in_app', 'email'], also: [], acknowledgeWithinMinutes: null },
    warning(50, 'assignee', 'on_duty'),
    {
      at: { breach: true },
      whom: ['assignee', 'team_lead', 'duty_manager'],
      how: ['in_app', 'email'],
      also: [],
      acknowledgeWithinMinutes: 10,
    },
    {
      at: { afterMinutes: 15 },
      whom: ['duty_manager', 'team_lead'],
      how: ['in_app', 'email'],
      also: [],
      acknowledgeWithinMinutes: null,
    },
  ],
};
