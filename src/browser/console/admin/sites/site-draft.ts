import {
  type LauncherPosition,
  type Locale,
  type LocalizedText,
  type OriginProblem,
  readOrigin,
  type SiteSettings,
} from '../../../../contract/index.js';

/** A site as it stands in the form. */
export interface SiteDraft {
  name: string;
  /** One a line. */
  allowedOrigins: string;
  contextUrl: string;
  greeting: LocalizedText;
  hours: LocalizedText;
  phone: string;
  color: string;
  position: LauncherPosition;
  /** Empty: the language of the host page. */
  locale: Locale | '';
  enabled: boolean;
}

export const NEW_SITE: SiteDraft = {
  name: '',
  allowedOrigins: '',
  contextUrl: '',
  greeting: { 'zh-CN': '您好，请问有什么可以帮您？', en: 'Hello, how can we help?' },
  hours: { 'zh-CN': '全天 24 小时', en: '24 hours a day' },
  phone: '',
  color: '#0f766e',
  position: 'right',
  locale: '',
  enabled: true,
};

export const draftOf = (site: SiteSettings): SiteDraft => ({
  name: site.name,
  allowedOrigins: site.allowedOrigins.join('\n'),
  contextUrl: site.contextUrl ?? '',
  greeting: site.greeting,
  hours: site.hours,
  phone: site.phone ?? '',
  color: site.color,
  position: site.position,
  locale: site.locale ?? '',
  enabled: site.enabled,
});

export const settingsOf = (draft: SiteDraft): SiteSettings => ({
  name: draft.name.trim(),
  allowedOrigins: linesOf(draft.allowedOrigins),
  ...(draft.contextUrl.trim() && { contextUrl: draft.contextUrl.trim() }),
  greeting: draft.greeting,
  hours: draft.hours,
  ...(draft.phone.trim() && { phone: draft.phone.trim() }),
  color: draft.color,
  position: draft.position,
  ...(draft.locale && { locale: draft.locale }),
  enabled: draft.enabled,
});

const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** The first line that is no origin, and why. */
export function originProblem(typed: string): { line: string; problem: OriginProblem } | undefined {
  for (const line of linesOf(typed)) {
    const read = readOrigin(line);
    if ('problem' in read) return { line, problem: read.problem };
  }
  return undefined;
}

/** With one more origin, unless it is there already. */
export const withOrigin = (typed: string, origin: string): string =>
  [...new Set([...linesOf(typed), origin])].join('\n');
