import { type BotSettings, type BotSettingsFault, botSettingsProblems } from '../../../../contract/index.js';
import { useBotSettingsTexts } from './texts.js';

/**
 * What is wrong with a field in the reader's words. What is merely missing is told only once a save was tried; what contradicts
 * itself at once. @param refused paths that the server took offence at
 */
export function useFaults(draft: BotSettings, tried: boolean, refused: string[]) {
  const texts = useBotSettingsTexts();
  const problems = botSettingsProblems(draft).filter(({ fault }) => tried || fault !== 'required');
  const server = refused.map((path) => ({ path: path.replace(/^settings\./, ''), fault: 'refused' as const }));
  const all: { path: string; fault: BotSettingsFault | 'refused' }[] = [...problems, ...server];
  return (path: string): string | undefined => {
    const problem = all.find((each) => each.path === path || each.path.startsWith(`${path}.`));
    return problem && texts(`fault.${problem.fault}`, { word: wordAt(draft, problem.path) });
  };
}

/** What stands at a path, for telling of one item of a list. */
function wordAt(draft: BotSettings, path: string): string {
  let value: unknown = draft;
  for (const key of path.split('.')) value = (value as Record<string, unknown> | undefined)?.[key];
  return typeof value === 'string' ? value : '';
}
