import {
  type CannedReplySettings,
  type CannedReplyView,
  type CategoryKey,
  LOCALES,
  type LocalizedText,
  unknownVariables,
} from '../../../../contract/index.js';

export interface ReplyDraft {
  title: LocalizedText;
  body: LocalizedText;
  category: CategoryKey | null;
  /** Null: for all teams. */
  teamId: string | null;
}

export const NEW_REPLY: ReplyDraft = {
  title: { 'zh-CN': '', en: '' },
  body: { 'zh-CN': '', en: '' },
  category: null,
  teamId: null,
};

export const draftOf = ({ version, title, body, category, teamId }: CannedReplyView) => ({
  version,
  draft: { title, body, category: category ?? null, teamId: teamId ?? null } satisfies ReplyDraft,
});

/** What is sent; undefined while something is missing or names a variable that there is not. */
export function inputOf({ title, body, category, teamId }: ReplyDraft): CannedReplySettings | undefined {
  const texts = LOCALES.flatMap((locale) => [title[locale], body[locale]]);
  if (texts.some((text) => text.trim() === '' || unknownVariables(text).length > 0)) return undefined;
  return { title, body, ...(category && { category }), ...(teamId && { teamId }) };
}
