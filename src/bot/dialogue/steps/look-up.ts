import type { FittingLookUp } from '../../look-ups/look-ups.service.js';
import type { Decision, Step } from '../decision.js';
import type { Situation } from '../situation.js';

/** The look-up that fits best, asking first, once, for what it needs. */
export function lookUp(now: Situation): Step {
  const [found] = now.lookUps;
  if (!found) return undefined;
  if (!found.needs || found.input) return { do: 'look_up', lookUp: found, state: { ...now.state, asking: null } };
  return now.state.asked.includes(`look_up:${found.key}`) ? undefined : askInput(now, found.key, found.needs, 1);
}

/** @param tries 2: what came did not look like it */
export function askInput(
  now: Situation,
  lookUp: string,
  { label, example }: NonNullable<FittingLookUp['needs']>,
  tries: number,
): Decision {
  const about = now.locale === 'zh-CN' ? `${label}（例如 ${example}）` : `${label} (such as ${example})`;
  const asked = tries === 1 ? [...now.state.asked, `look_up:${lookUp}`] : now.state.asked;
  const state = { ...now.state, asking: { kind: 'look_up' as const, lookUp, tries }, asked };
  return {
    do: 'ask',
    asks: 'look_up',
    say: tries === 1 ? 'which_input' : 'which_input_again',
    about,
    replies: [],
    state,
  };
}
