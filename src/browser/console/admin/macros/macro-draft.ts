import {
  LOCALES,
  type LocalizedText,
  type MacroDeeds,
  type MacroSettings,
  type MacroView,
  unknownVariables,
} from '../../../../contract/index.js';

export interface MacroDraft {
  title: LocalizedText;
  deeds: MacroDeeds;
  /** Blank: no reply. */
  reply: LocalizedText;
  /** Null: for all teams. */
  teamId: string | null;
}

const NOTHING: LocalizedText = { 'zh-CN': '', en: '' };
export const NEW_MACRO: MacroDraft = { title: NOTHING, deeds: {}, reply: NOTHING, teamId: null };

export const draftOf = ({ version, title, deeds, reply, teamId }: MacroView) => ({
  version,
  draft: { title, deeds, reply: reply ?? NOTHING, teamId: teamId ?? null } satisfies MacroDraft,
});

const isBlank = (text: string) => text.trim() === '';
export const hasReply = ({ reply }: MacroDraft): boolean => LOCALES.some((locale) => !isBlank(reply[locale]));
export const isEmpty = (draft: MacroDraft): boolean => Object.keys(draft.deeds).length === 0 && !hasReply(draft);

/** What is sent; undefined while something is missing or names a variable that there is not. */
export function inputOf(draft: MacroDraft): MacroSettings | undefined {
  const { title, deeds, reply, teamId } = draft;
  const answers = hasReply(draft);
  const texts = LOCALES.flatMap((locale) => [title[locale], ...(answers ? [reply[locale]] : [])]);
  if (isEmpty(draft) || texts.some((text) => isBlank(text) || unknownVariables(text).length > 0)) return undefined;
  return { title, deeds, ...(answers && { reply }), ...(teamId && { teamId }) };
}

/** Without what was set to nothing: what a macro does not say, it does not do. */
export function changedDeeds(
  deeds: MacroDeeds,
  change: { [key in keyof MacroDeeds]: MacroDeeds[key] | undefined },
): MacroDeeds {
  const isSaid = (value: unknown) =>
    value !== undefined &&
    value !== '' &&
    !(typeof value === 'object' && value !== null && Object.keys(value).length === 0);
  return Object.fromEntries(Object.entries({ ...deeds, ...change }).filter(([, value]) => isSaid(value)));
}
