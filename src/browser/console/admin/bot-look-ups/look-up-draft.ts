import {
  BOT_LOOK_UP_LIMITS,
  type BotLookUpSettings,
  type BotLookUpView,
  FIELD_FORMATS,
  type FieldFormat,
  LOCALES,
  type LocalizedText,
} from '../../../../contract/index.js';

export interface LookUpDraft {
  name: LocalizedText;
  category: BotLookUpSettings['category'];
  needsInput: boolean;
  label: LocalizedText;
  format: FieldFormat;
  example: string;
  words: BotLookUpSettings['words'];
  url: string;
  enabled: boolean;
}

export const NEW_LOOK_UP: LookUpDraft = {
  name: { 'zh-CN': '', en: '' },
  category: 'earnings',
  needsInput: true,
  label: { 'zh-CN': '', en: '' },
  format: 'identifier',
  example: '',
  words: { 'zh-CN': [], en: [] },
  url: '',
  enabled: true,
};

export const draftOf = ({ version, name, category, input, words, url, enabled }: BotLookUpView) => ({
  version,
  draft: {
    ...NEW_LOOK_UP,
    name,
    category,
    needsInput: input !== undefined,
    ...(input && { label: input.label, format: input.format, example: input.example }),
    words,
    url,
    enabled,
  } satisfies LookUpDraft,
});

export type LookUpFault = 'name' | 'label' | 'example' | 'words' | 'word' | 'url';

/** What is missing or does not fit, before anything is sent. */
export function faultsOf({ name, needsInput, label, format, example, words, url }: LookUpDraft): LookUpFault[] {
  const incomplete = (text: LocalizedText) => LOCALES.some((locale) => text[locale].trim() === '');
  const all = LOCALES.flatMap((locale) => words[locale]);
  return [
    ...(incomplete(name) ? (['name'] as const) : []),
    ...(needsInput && incomplete(label) ? (['label'] as const) : []),
    ...(needsInput && !new RegExp(FIELD_FORMATS[format]).test(example.trim()) ? (['example'] as const) : []),
    ...(all.length === 0 ? (['words'] as const) : []),
    ...(all.some((word) => word.length < BOT_LOOK_UP_LIMITS.wordMinimum) ? (['word'] as const) : []),
    ...(/^https?:\/\/./.test(url.trim()) ? [] : (['url'] as const)),
  ];
}

export function inputOf(draft: LookUpDraft): BotLookUpSettings {
  const { name, category, needsInput, label, format, example, words, url, enabled } = draft;
  const trimmed = (text: LocalizedText): LocalizedText => ({ 'zh-CN': text['zh-CN'].trim(), en: text.en.trim() });
  return {
    name: trimmed(name),
    category,
    ...(needsInput && { input: { label: trimmed(label), format, example: example.trim() } }),
    words,
    url: url.trim(),
    enabled,
  };
}
